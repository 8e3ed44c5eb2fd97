'use client'

import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Check, CircleDashed, Clock, Minus, X } from 'lucide'
import { InvalidValues } from '@/components/record/facts/invalid-values'
import { QueryFailure, SlowPart } from '@/components/record/facts/query-content'
import tables from '@/components/record/facts/record-table.module.css'
import { useRecordSettings } from '@/components/record/record-settings'
import styles from '@/components/record/sections/consent-section.module.css'
import { Section, SectionCount, type SectionProps } from '@/components/record/sections/section'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { formatAgo } from '@/components/ui/time/format-ago'
import { Timestamp } from '@/components/ui/time/timestamp'
import { recordQueries } from '@/lib/api/queries/record'
import { channelName } from '@/lib/customers/format/channel-name'
import type { ChannelConsent } from '@/lib/customers/model/consent'
import {
  consentChannels,
  consentSentence,
  hasReach,
  isOldAnswer,
  reachableBy,
} from '@/lib/customers/model/consent-channels'
import type { Customer } from '@/lib/customers/model/customer'
import type { CommunicationAnswer } from '@/lib/customers/model/record'
import { fill, plural } from '@/lib/messages/messages'
import { parseInstant } from '@/lib/time'

const answers = {
  yes: { icon: Check, text: 'font-medium', tint: 'text-ok' },
  no: { icon: X, text: 'font-medium', tint: 'text-danger' },
  never: { icon: CircleDashed, text: 'text-text-2', tint: 'text-text-3' },
}

/** Dintero has no such fact for this channel. */
const None = () => <span className="text-text-3">–</span>

function Answered(given: ChannelConsent) {
  const { t, locale, zone, now } = useIntl()
  const { consentMaxAgeMonths } = useRecordSettings()
  const iso = given.updated_at
  if (!iso) return <None />
  if (!parseInstant(iso)) return <Text>{iso}</Text>
  const isOld = isOldAnswer(given, consentMaxAgeMonths, now, zone)
  return (
    <>
      <span className={`${styles.age} ${isOld ? 'text-warn' : ''}`}>
        <span>{formatAgo(iso, now, locale)}</span>
        {isOld && (
          <span title={fill(t.record.oldAnswer, { months: consentMaxAgeMonths })}>
            {' '}
            <Icon of={Clock} size={12} className="inline align-icon" />
            <span className="sr-only">{fill(t.record.oldAnswer, { months: consentMaxAgeMonths })}</span>
          </span>
        )}
      </span>
      <span className={styles.date}>
        <Timestamp iso={iso} />
      </span>
    </>
  )
}

function Verified({ verified_at }: { verified_at: string | undefined }) {
  const { t } = useIntl()
  const isVerified = parseInstant(verified_at) !== null
  return (
    <span className={styles.answer}>
      {isVerified ? <Icon of={Check} className="text-ok" /> : <Icon of={Minus} className="text-text-3" />}
      {isVerified && verified_at ? <Timestamp iso={verified_at} /> : <span>{t.record.no}</span>}
    </span>
  )
}

function Allowed({ allowed }: { allowed: boolean }) {
  const { t } = useIntl()
  return (
    <span className={styles.answer}>
      {allowed ? <Icon of={Check} className="text-ok" /> : <Icon of={Minus} className="text-text-3" />}
      <span>{allowed ? t.record.allowed : t.record.blocked}</span>
    </span>
  )
}

type CommunicationQuery = Pick<UseQueryResult<CommunicationAnswer>, 'data' | 'isError'>

/** Whether the phone or email of a channel is verified and allowed; until that is read, nothing is said of it. */
function ReachCells({ channel, query: { data, isError } }: { channel: string; query: CommunicationQuery }) {
  const { t } = useIntl()
  const reachable = reachableBy(channel, data?.communication)
  const isUnread = !data && hasReach(channel)
  const unread = isError && <span className="text-text-2">{t.record.notRead}</span>
  const allowed = reachable?.allowed
  return (
    <>
      <td className={styles.wide}>
        {isUnread ? unread : reachable ? <Verified verified_at={reachable.verified_at} /> : <None />}
      </td>
      <td className={styles.wide}>
        {isUnread ? unread : allowed === undefined ? <None /> : <Allowed allowed={allowed} />}
      </td>
    </>
  )
}

function ChannelRow({ query, ...given }: ChannelConsent & { query: CommunicationQuery }) {
  const { t } = useIntl()
  const { channel, answer } = given
  const { icon, text, tint } = answers[answer]
  return (
    <tr>
      <th scope="row">
        <Text translate="yes">{channelName(channel, t)}</Text>
      </th>
      <td>
        <span className={`${styles.answer} ${text}`}>
          <Icon of={icon} className={tint} />
          <span>{t.record.answers[answer]}</span>
        </span>
      </td>
      <td>
        <Answered {...given} />
      </td>
      <ReachCells channel={channel} query={query} />
    </tr>
  )
}

/** The consent of each channel. Yes, no and never asked are three different answers. */
export function ConsentSection({ accountId, customer, layout, record }: SectionProps) {
  const { t, locale } = useIntl()
  const query = useQuery(recordQueries.communication(accountId, customer.customer_id))
  const communication = query.data?.communication
  const channels = consentChannels(customer)
  return (
    <Section
      id="consent"
      title={t.record.consent}
      layout={layout}
      note={plural(t.record.channels, channels.length, locale)}
    >
      <p className={styles.sentence}>
        <Text translate="yes">{consentSentence(customer, communication, t)}</Text>
      </p>
      <table className={tables.table}>
        <caption className="sr-only">{t.record.consent}</caption>
        <colgroup>
          <col className={styles.channelColumn} />
          <col className={styles.answerColumn} />
          <col />
          <col className={styles.reachColumn} />
          <col className={styles.reachColumn} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t.record.channel}</th>
            <th scope="col">{t.record.answer}</th>
            <th scope="col">{t.record.answered}</th>
            <th scope="col" className={styles.wide}>
              {t.record.verifiedHead}
            </th>
            <th scope="col" className={styles.wide}>
              {t.record.allowedHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {channels.map((given) => (
            <ChannelRow key={given.channel} {...given} query={query} />
          ))}
        </tbody>
      </table>
      <div role="status">
        {query.isLoading && <SlowPart what={`${t.record.verifiedHead}, ${t.record.allowedHead}`} />}
      </div>
      <QueryFailure query={query} failed={t.record.partFailed.communication} />
      <InvalidValues wrong={record?.wrong ?? []} of="consent" />
    </Section>
  )
}

export function ChannelCount({ customer }: { customer: Customer }) {
  return <SectionCount count={consentChannels(customer).length} />
}
