import { toPairs } from '@/lib/customers/filters/attribute-pairs'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { invisibleAt } from '@/lib/customers/search-text/invisible'
import { attributeValue } from '@/lib/customers/search-text/operators'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

const inQuotes = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** A value as it may stand behind an operator: bare where nothing in it means anything else. */
export function valueText(text: string): string {
  return /^[^\s"\\=,<>]+$/.test(text) && invisibleAt(text) === -1 && !text.includes('..') ? text : inQuotes(text)
}

function tagText(id: string, { tags }: Vocabulary): string {
  const name = tags?.find((tag) => tag.id === id)?.tag
  const isOnly = name !== undefined && tags?.filter(({ tag }) => tag === name).length === 1
  return valueText(isOnly && name !== '' ? name : id)
}

function attributeText(name: string, value: string | null, { attributes, phoneCountry }: Vocabulary): string {
  const declared = attributes?.find((one) => one.name === name)
  const written = attributes && !declared ? inQuotes(name) : valueText(name)
  if (value === null) return `attr:${written}`
  const isAsTyped = !declared || attributeValue(value, declared, phoneCountry) === value
  return `attr:${written}=${isAsTyped ? valueText(value) : inQuotes(value)}`
}

/** What stands in the box: the search, bare where it reads as nothing else. */
export function printSearch(search: string, vocabulary: Vocabulary): string {
  const { parsed, problems } = parseSearchText(search, vocabulary)
  const isItself = problems.length === 0 && parsed.record === undefined && parsed.account === undefined
  const { search: read, ...others } = parsed.filters
  return isItself && read === search && Object.keys(others).length === 0 ? search : inQuotes(search)
}

/**
 * The canonical text of what is asked; read again it asks the same. (A UUID is quoted: bare, it would open a record.)
 */
export function printSearchText(filters: ListFilters, vocabulary: Vocabulary): string {
  const { search, email, phone_number, type, tag_id, token_type, token_value, since_datetime, include_deleted, only } =
    filters
  const parts: string[] = []
  if (search !== null) parts.push(printSearch(search, vocabulary))
  if (email !== null) parts.push(`email:${valueText(email)}`)
  if (phone_number !== null) parts.push(`phone:${inQuotes(phone_number)}`)
  if (type !== null) parts.push(`type:${type}`)
  if (tag_id !== null) parts.push(`tag:${tagText(tag_id, vocabulary)}`)
  if (token_type !== null || token_value !== null) {
    const type = token_type === null ? '' : valueText(token_type)
    parts.push(`token:${type}${token_value === null ? '' : `=${valueText(token_value)}`}`)
  }
  for (const { name, value } of toPairs(filters)) parts.push(attributeText(name, value, vocabulary))
  if (since_datetime !== null) parts.push(`since:${since_datetime}`)
  if (only) parts.push('deleted:only')
  else if (include_deleted) parts.push('deleted:yes')
  return parts.join(' ')
}
