'use client'

import { Check, CircleDashed, X } from 'lucide-react'
import styles from '@/components/record/sections/consent-section.module.css'
import { Section, type SectionProps } from '@/components/record/sections/section'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/timestamp'
import { type ChannelConsent, consentChannels } from '@/lib/customers/consent'
import type { Messages } from '@/lib/messages/messages'
import { plural } from '@/lib/messages/messages'
import { formatAgo, parseInstant } from '@/lib/time'

const answers = {
  yes: { icon: Check, text: 'font-medium', tint: 'text-ok' },
  no: { icon: X, text: 'font-medium', tint: 'text-danger' },
  never: { icon: CircleDashed, text: 'text-text-2', tint: 'text-text-3' },
}

/** Dintero's own channels in the reader's language; a custom one has its own name. */
function channelName(channel: string, t: Messages): string {
  if (channel === 'sms') return t.record.channelNames.sms
  return channel === 'email' ? t.record.channelNames.email : channel
}

function Answered({ iso }: { iso: string | undefined }) {
  const { locale, now } = useIntl()
  if (!iso) return <span className="text-text-3">–</span>
  if (!parseInstant(iso)) return <Text>{iso}</Text>
  return (
    <>
      <span className={styles.age}>{formatAgo(iso, now, locale)}</span>
      <span className={styles.date}>
        <Timestamp iso={iso} />
      </span>
    </>
  )
}

function ChannelRow({ channel, answer, updated_at }: ChannelConsent) {
  const { t } = useIntl()
  const { icon, text, tint } = answers[answer]
  return (
    <tr>
      <th scope="row">
        <Text>{channelName(channel, t)}</Text>
      </th>
      <td>
        <span className={`${styles.answer} ${text}`}>
          <Icon of={icon} className={tint} />
          {t.record.answers[answer]}
        </span>
      </td>
      <td>
        <Answered iso={updated_at} />
      </td>
    </tr>
  )
}

/** Every channel that is there. Yes, no and never asked are three different answers. */
export function ConsentSection({ customer, layout }: SectionProps) {
  const { t, locale } = useIntl()
  const channels = consentChannels(customer)
  return (
    <Section
      id="consent"
      title={t.record.consent}
      layout={layout}
      note={plural(t.record.channels, channels.length, locale)}
    >
      <table className={styles.table}>
        <caption className="sr-only">{t.record.consent}</caption>
        <colgroup>
          <col className={styles.channelColumn} />
          <col className={styles.answerColumn} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t.record.channel}</th>
            <th scope="col">{t.record.answer}</th>
            <th scope="col">{t.record.answered}</th>
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <ChannelRow key={channel.channel} {...channel} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}
