'use client'

import { QueryFailure, QuerySkeleton } from '@/components/record/facts/query-content'
import styles from '@/components/record/facts/record-table.module.css'
import { EntryText } from '@/components/record/timeline/entry-text'
import { useTimeline } from '@/components/record/timeline/use-timeline'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/time/timestamp'
import type { AnswerSince, TimelineEntry } from '@/lib/customers/changes/timeline'
import { channelName } from '@/lib/customers/format/channel-name'
import type { Customer } from '@/lib/customers/model/customer'
import { fill } from '@/lib/messages/messages'
import { formatDate } from '@/lib/time'

/** The answers of a channel one after the other: `Email: yes since 3 Mar 2024, no since 12 Nov 2026.` */
function ConsentLine({ channel, answers }: { channel: string; answers: AnswerSince[] }) {
  const { t, locale, zone } = useIntl()
  const each = answers.map(({ answer, at }) =>
    fill(t.timeline.since, { answer: t.record.answers[answer].toLowerCase(), date: formatDate(at, locale, zone) }),
  )
  return (
    <li>
      <Text translate="yes">{`${channelName(channel, t)}: ${each.join(', ')}.`}</Text>
    </li>
  )
}

function Entries({ entries }: { entries: TimelineEntry[] }) {
  const { t } = useIntl()
  return (
    <table className={styles.table}>
      <caption className="sr-only">{t.record.timeline}</caption>
      <colgroup>
        <col className="w-40" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t.timeline.time}</th>
          <th scope="col">{t.timeline.what}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two things may happen at once
          <tr key={`${entry.at} ${index}`}>
            <th scope="row" className={styles.quietCell}>
              <Timestamp iso={entry.at} as="moment" />
            </th>
            <td>
              <EntryText entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Props = { accountId: string; customer: Customer }

/** The consents with their times, then what happened to the customer and who has looked, the latest first. */
export function Timeline({ accountId, customer }: Props) {
  const { t, locale, zone } = useIntl()
  const words = t.timeline
  const { query, isOn, since, consent, entries, isFetching, showOlder } = useTimeline(accountId, customer)
  if (!query.data)
    return query.isError ? (
      <QueryFailure query={query} failed={t.record.partFailed.timeline} />
    ) : (
      <QuerySkeleton what={t.record.timeline} />
    )
  const note = !isOn ? words.presentOnly : since === null ? words.nothingYet : words.knownSince
  return (
    <>
      <ul className="pb-1 empty:hidden">
        {[...consent].map(([channel, answers]) => (
          <ConsentLine key={channel} channel={channel} answers={answers} />
        ))}
      </ul>
      <p className="pb-1 text-12 text-text-2">
        <Text translate="yes">{fill(note, { date: since === null ? '' : formatDate(since, locale, zone) })}</Text>
      </p>
      {entries.length > 0 && <Entries entries={entries} />}
      {showOlder && (
        <Button size="small" aria-busy={isFetching} className="my-1 print:hidden" onClick={showOlder}>
          {isFetching ? t.record.readingPart : words.showOlder}
        </Button>
      )}
    </>
  )
}
