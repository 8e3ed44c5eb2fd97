import 'server-only'
import type { AuditFilter } from '@/lib/audit/audit-event'
import { type AuditKeys, valueHash } from '@/lib/server/audit/keys'

/** Filters whose values tell of nobody. The value of every other one is kept as a keyed hash. */
const plain = new Set([
  'type',
  'tag_id',
  'token_type',
  'attributes_keys',
  'since_datetime',
  'changed_at',
  'include_deleted',
  'only',
  'section',
  'field',
  'kind',
  'from',
  'until',
])
/** Where in a list somebody is, is no filter. */
const positions = new Set(['starting_after', 'by_word', 'before', 'limit', 'etag'])

/** What was asked by, as the record keeps it: what is unset is left out, a list is one entry a value. */
export function toAuditFilters(keys: AuditKeys, account: string, query: Record<string, unknown>): AuditFilter[] {
  return Object.entries(query).flatMap(([name, given]) => {
    if (given === null || given === undefined || given === false || positions.has(name)) return []
    return [given].flat().map((one): AuditFilter => {
      const value = String(one)
      return plain.has(name) ? { name, value } : { name, hash: valueHash(keys, account, name, value) }
    })
  })
}
