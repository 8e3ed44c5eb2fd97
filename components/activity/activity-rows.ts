import type { AuditEvent, ListedEvent } from '@/lib/audit/audit-event'

/** A row of the activity: an event, or a section below the opened record with which it was read. */
export type ActivityRow = AuditEvent & { sectionCount: number; isSection: boolean }

const noFacts: AuditEvent['facts'] = {
  outcome: null,
  times: null,
  minute: null,
  site: null,
  ended: null,
  unusual: null,
}

/** The rows of events, with those of the sections below each event that is unfolded. */
export function toActivityRows(events: readonly ListedEvent[], unfolded: ReadonlySet<number>): ActivityRow[] {
  return events.flatMap(({ sections, ...event }) => [
    { ...event, sectionCount: sections.length, isSection: false },
    ...(unfolded.has(event.id) ? sections : []).map((section) => ({
      ...event,
      ...section,
      ...{ kind: 'section' as const, note: null, facts: noFacts, sectionCount: 0, isSection: true },
    })),
  ])
}
