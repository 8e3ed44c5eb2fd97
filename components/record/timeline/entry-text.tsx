'use client'

import { Check, CircleDashed, type IconNode, X } from 'lucide'
import { EventKind } from '@/components/ui/event-kind'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import type { TimelineEntry } from '@/lib/customers/changes/timeline'
import { channelName } from '@/lib/customers/format/channel-name'
import { propertyLabel } from '@/lib/customers/format/property-label'
import type { ConsentAnswer } from '@/lib/customers/model/consent'
import { fill, type Messages } from '@/lib/messages/messages'

const answers: Record<ConsentAnswer, { icon: IconNode; tint: string }> = {
  yes: { icon: Check, tint: 'text-ok' },
  no: { icon: X, tint: 'text-danger' },
  never: { icon: CircleDashed, tint: 'text-text-3' },
}

function sentenceOf(entry: Exclude<TimelineEntry, { kind: 'looked' }>, t: Messages): string {
  const words = t.timeline
  switch (entry.kind) {
    case 'created':
    case 'deleted':
    case 'terms':
      return words[entry.kind]
    case 'consent':
      return `${channelName(entry.channel, t)}: ${t.record.answers[entry.answer].toLowerCase()}`
    case 'changed':
      return entry.properties === null
        ? words.changedUnknown
        : fill(words.changed, { what: entry.properties.map((name) => propertyLabel(name, t)).join(', ') })
    case 'id':
      return fill(words.id, { from: entry.from })
    case 'event':
      return words.events[entry.event]
  }
}

/** What an entry says: who looked and how, or what happened. */
export function EntryText({ entry }: { entry: TimelineEntry }) {
  const { t } = useIntl()
  if (entry.kind === 'looked')
    return (
      <span className="flex flex-wrap items-center gap-x-1.5 text-text-2">
        <EventKind kind={entry.event.kind} />
        <span title={entry.event.actor.email}>
          <Text>{entry.event.actor.name || entry.event.actor.email}</Text>
        </span>
      </span>
    )
  const { icon, tint } = entry.kind === 'consent' ? answers[entry.answer] : { icon: null, tint: '' }
  return (
    <span className={`flex items-center gap-1.5 ${entry.kind === 'deleted' ? 'text-danger' : ''}`}>
      {icon && <Icon of={icon} className={`${tint} flex-none`} />}
      <Text translate="yes">{sentenceOf(entry, t)}</Text>
    </span>
  )
}
