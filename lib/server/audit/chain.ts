import 'server-only'
import { createHmac } from 'node:crypto'
import type { AuditFilter } from '@/lib/audit/audit-event'
import type { AuditKeys } from '@/lib/server/audit/keys'

/**
 * A row of the audit log without its hash. `at` is in milliseconds since 1970. `customers` is JSON text, which PostgreSQL
 * and JavaScript format alike, so that verification need not parse a million ids.
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

const filterKeys = ['name', 'value', 'hash']

/** Whether filters have the shape that is written, so that nothing stands in them that the hash does not cover. */
export const isFilterList = (filters: unknown): filters is AuditFilter[] =>
  Array.isArray(filters) &&
  filters.every(
    (filter: unknown) =>
      typeof filter === 'object' &&
      filter !== null &&
      Object.entries(filter).every(([key, value]) => filterKeys.includes(key) && typeof value === 'string'),
  )

/** The text of a row that is hashed. It does not depend on the order of properties. */
const canonicalText = (row: ChainedRow) => {
  const head = [row.id, row.at, row.actor_email, row.actor_name, row.actor_role, row.kind, row.account]
  const filters = row.filters.map(({ name, value, hash }) => [name, value ?? null, hash ?? null])
  const rest = [filters, row.rows, row.note, row.request_id, row.key_id]
  return `${JSON.stringify(head).slice(0, -1)},${row.customers},${JSON.stringify(rest).slice(1)}`
}

/**
 * The hash of a row (HMAC-SHA-256, base64) over its content and the hash of the row before it. Whoever changes, removes or
 * inserts a row without the key breaks a hash. Null when the key of the row is not configured.
 */
export function chainHash(keys: AuditKeys, previous: string, row: ChainedRow): string | null {
  const key = keys.all.get(row.key_id)
  return key
    ? createHmac('sha256', key.chain).update(previous).update('\n').update(canonicalText(row)).digest('base64')
    : null
}
