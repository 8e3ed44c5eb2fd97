import 'server-only'
import { createHmac } from 'node:crypto'
import type { AuditFilter } from '@/lib/audit/audit-event'
import type { AuditKeys } from '@/lib/server/audit/keys'

/**
 * A row of the record as the chain sees it: all that is in it but its hash. `at` in milliseconds since 1970; `customers`
 * as JSON text, which PostgreSQL and JavaScript write alike, so that whoever verifies need not read a million ids.
 */
export type ChainedRow = {
  id: number
  at: number
  actor_email: string
  actor_name: string
  actor_role: string | null
  kind: string
  account: string | null
  customers: string
  filters: AuditFilter[]
  rows: number | null
  note: string | null
  request_id: string
  key_id: string
}

/** One text for one row, whatever order a database gives properties in. */
const canonical = (row: ChainedRow) => {
  const who = [row.id, row.at, row.actor_email, row.actor_name, row.actor_role, row.kind, row.account]
  const filters = row.filters.map(({ name, value, hash }) => [name, value ?? null, hash ?? null])
  const rest = [filters, row.rows, row.note, row.request_id, row.key_id]
  return `${JSON.stringify(who).slice(0, -1)},${row.customers},${JSON.stringify(rest).slice(1)}`
}

/**
 * The hash of a row (HMAC-SHA-256, base64): of what it says and of the hash before it, so that no row can be changed,
 * removed or put in without the key, but its hash or the next one is wrong. Null for a key that is not known.
 */
export function chainHash(keys: AuditKeys, previous: string, row: ChainedRow): string | null {
  const key = keys.all.get(row.key_id)
  return key
    ? createHmac('sha256', key.chain).update(previous).update('\n').update(canonical(row)).digest('base64')
    : null
}
