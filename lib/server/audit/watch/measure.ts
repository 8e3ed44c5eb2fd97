import 'server-only'
import type { AuditFilter } from '@/lib/audit/audit-event'
import type { AuditEventKind } from '@/lib/audit/event-kinds'
import type { Measure } from '@/lib/audit/facts-schema'

/** What an event counts as, and what makes it distinct from others: the same subject is counted once an hour. */
export type Use = { measure: Measure; subject: string }

type Event = {
  kind: AuditEventKind
  customers?: readonly string[]
  filters?: readonly AuditFilter[]
  rows?: number | null
}

/** The filters whose values are hashed and compared as a whole. `search` finds by the beginning of a word. */
const exactHashes = (filters: readonly AuditFilter[]) =>
  filters.flatMap(({ name, hash }) => (hash === undefined || name === 'search' ? [] : [hash]))

/** What detection counts an event of an account as, or null. */
export function toUse(
  { kind, customers = [], filters = [], rows }: Event,
  account: string,
  requestId: string,
): Use | null {
  switch (kind) {
    case 'open':
    case 'section': {
      const [customer] = customers
      return customer === undefined ? null : { measure: 'records', subject: `${account} ${customer}` }
    }
    case 'search':
    case 'count': {
      const hashes = exactHashes(filters)
      return rows === 0 && hashes.length > 0
        ? { measure: 'guesses', subject: `${account} ${hashes.sort().join(' ')}` }
        : null
    }
    case 'refused':
      return { measure: 'refusals', subject: requestId }
    case 'reveal':
      return { measure: 'reveals', subject: requestId }
    default:
      return null
  }
}
