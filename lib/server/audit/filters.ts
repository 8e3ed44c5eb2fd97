import 'server-only'
import type { AuditFilter } from '@/lib/audit/audit-event'
import { filters } from '@/lib/customers/filters/registry'
import { type AuditKeys, valueHash } from '@/lib/server/audit/keys'

/** Parameters of the other routes whose values point to nobody. */
const plainElsewhere = ['changed_at', 'section', 'field', 'kind', 'from', 'until']
const plainOfFilters = filters.flatMap(({ audit }) =>
  Object.entries(audit).flatMap(([name, how]) => (how === 'plain' ? [name] : [])),
)
const plain = new Set([...plainElsewhere, ...plainOfFilters])

/** A position in a list is no filter. */
const positions = new Set(['starting_after', 'by_word', 'before', 'limit', 'etag'])

/**
 * The filters of a query as the audit log stores them: a value that is not declared plain becomes a keyed hash, a list is
 * one entry per value, and what is unset is left out.
 */
export function toAuditFilters(keys: AuditKeys, account: string, query: Record<string, unknown>): AuditFilter[] {
  return Object.entries(query).flatMap(([name, given]) => {
    if (given === null || given === undefined || given === false || positions.has(name)) return []
    return [given].flat().map((one): AuditFilter => {
      const value = String(one)
      return plain.has(name) ? { name, value } : { name, hash: valueHash(keys, account, name, value) }
    })
  })
}
