import type { AuditFilter } from '@/lib/audit/audit-event'
import { filters } from '@/lib/customers/filters/registry'

/** The operators of the search box, by the first parameter that each sets. */
const operatorNames = new Map(filters.map(({ params, operator }) => [Object.keys(params)[0], operator?.name]))

/** The name of a filter as a person reads it: its operator in the search box, else the parameter. */
export const filterWord = ({ name }: AuditFilter): string => operatorNames.get(name) ?? name

/** `type:any`, or `search 9f41c2ab77d0e1c4` where only a keyed hash of the value is stored. */
export function filterText(filter: AuditFilter): string {
  const word = filterWord(filter)
  return filter.hash === undefined ? `${word}:${filter.value ?? ''}` : `${word} ${filter.hash}`
}
