'use client'

import type { CellContext } from '@tanstack/react-table'
import type { ActivityRow } from '@/components/activity/activity-rows'
import type { ListFeatures } from '@/components/list/list-features'
import { type Intl as PersonIntl, useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { noteText } from '@/lib/audit/note-text'
import { fill, plural } from '@/lib/messages/messages'
import { formatTime } from '@/lib/time'

/** What an event says beside its filters, in words: the outcome, what ended a session, how often, and the site that caused it. */
function factTexts(
  { outcome, times, minute, site, ended }: AuditEvent['facts'],
  { t, locale, zone }: PersonIntl,
): string[] {
  const count = times && minute && plural(t.activity.times, times, locale)
  return [
    outcome && t.activity.outcomes[outcome],
    ended && t.activity.ended[ended],
    count && fill(count, { time: formatTime(minute, locale, zone) }),
    // What was opened from these pages is the rule, and needs no words.
    site && site !== 'same-origin' && t.activity.sites[site],
  ].filter((text) => typeof text === 'string')
}

/** The reason of a reveal or a refusal, then what is known of the request in small text. What is unusual comes first. */
export function NoteText({ facts, ...event }: Pick<AuditEvent, 'kind' | 'note' | 'facts'>) {
  const intl = useIntl()
  const { unusual } = facts
  const note = noteText(event, intl.t, intl.locale)
  const mark = unusual && plural(intl.t.activity.unusual[unusual.measure], unusual.count, intl.locale)
  const small = factTexts(facts, intl).join(', ')
  if (!mark && !note && !small) return null
  return (
    <span title={[mark, note, small].filter(Boolean).join(' · ')}>
      {mark && <span className="text-12 text-danger">{`${mark} `}</span>}
      {note && <Text>{note}</Text>}
      {small && <span className="text-12">{note ? ` · ${small}` : ` ${small}`}</span>}
    </span>
  )
}

export function NoteCell({ row }: CellContext<ListFeatures<ActivityRow>, ActivityRow, ActivityRow['note']>) {
  const { kind, note, facts } = row.original
  return <NoteText kind={kind} note={note} facts={facts} />
}
