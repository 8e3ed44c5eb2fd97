import type { AuditFilter } from '@/lib/audit/audit-event'

/** What a person calls a parameter of a search: the words of the search box. */
const words: Record<string, string> = {
  phone_number: 'phone',
  tag_id: 'tag',
  token_type: 'token',
  attributes_keys: 'attr',
  since_datetime: 'since',
  include_deleted: 'deleted',
}

/** The name of a filter as a person reads it. */
export const filterWord = ({ name }: AuditFilter): string => words[name] ?? name

/** `type:any`, or `search 9f41c2ab77d0e1c4` where only a keyed hash of the value is kept. */
export function filterText(filter: AuditFilter): string {
  const word = filterWord(filter)
  return filter.hash === undefined ? `${word}:${filter.value ?? ''}` : `${word} ${filter.hash}`
}
