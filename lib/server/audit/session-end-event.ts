import 'server-only'
import { randomUUID } from 'node:crypto'
import { toStoredFacts } from '@/lib/audit/event-facts'
import type { EventFacts } from '@/lib/audit/facts-schema'
import type { NewAuditEvent } from '@/lib/server/audit/rows'

type Ended = { by: NonNullable<EventFacts['ended']>; count: number }

/**
 * The event of sessions that ended without a sign-out: whose they were, by what, and how many. Its person is the one whose
 * sessions they were, also where a command ended them, so that the activity of a person shows it.
 */
export const sessionEndEvent = (
  { email, name, role }: NewAuditEvent['actor'],
  { by, count }: Ended,
): NewAuditEvent => ({
  kind: 'session_end',
  actor: { email, name, role },
  account: null,
  customers: [],
  filters: toStoredFacts({ ended: by }),
  rows: count,
  note: null,
  requestId: randomUUID(),
})
