import 'server-only'
import type { NewAuditEvent } from '@/lib/server/audit/rows'

/** The event of an agent who opens one record of the test account, with some of its properties changed. */
export function eventForTests(change: Partial<NewAuditEvent> = {}): NewAuditEvent {
  return {
    actor: { email: 'agent@example.com', name: 'Ingrid Solberg', role: 'agent' },
    kind: 'open',
    account: 'T12345678',
    customers: ['K-1'],
    filters: [],
    rows: 1,
    note: null,
    requestId: 'a-request',
    ...change,
  }
}
