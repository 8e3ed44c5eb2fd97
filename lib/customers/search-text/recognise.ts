import { accountIdPattern } from '@/lib/account'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { searchFilters as filters } from '@/lib/customers/filters/search/registry'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { uuidPattern } from '@/lib/customers/model/uuid'
import { cleanText } from '@/lib/customers/search-text/clean/clean-text'
import { findIds } from '@/lib/customers/search-text/clean/find-values'
import { toName } from '@/lib/customers/search-text/clean/names'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

type FilterName = (typeof filters)[number]['name']

/** What a text without operators is, by its form alone. */
export type Recognised =
  | { kind: 'payment_card' }
  | { kind: 'filter'; filter: FilterName; operator: string; values: Partial<ListFilters> }
  | { kind: 'uuid' | 'id' | 'words' | 'plain'; search: string }
  | { kind: 'address'; account: string; record: string | null }
  | { kind: 'address_without_account' | 'unknown_address' }

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** A URL of Dintero's back office: `https` on `*.dintero.com`, an account, and a customer as its last segment (contract). */
function recogniseBackOfficeUrl(text: string): Recognised {
  if (!URL.canParse(text)) return { kind: 'unknown_address' }
  const { protocol, hostname, pathname } = new URL(text)
  if (protocol !== 'https:' || !/(^|\.)dintero\.com$/.test(hostname)) return { kind: 'unknown_address' }
  const segments = pathname.split('/').filter((segment) => segment !== '')
  const at = segments.findIndex((segment) => accountIdPattern.test(segment))
  const account = segments[at]
  if (account === undefined) return { kind: 'address_without_account' }
  // Without a segment of its own after the list's name there is no customer in it.
  const rest = segments.slice(at + 1).filter((segment) => !/^(customers|users)$/.test(segment))
  const last = rest.at(-1)
  return { kind: 'address', account, record: last === undefined ? null : decodeSegment(last) }
}

/** Whether a payment card number stands in a text, alone or among words. Such a number is never sent to Dintero. */
const holdsPaymentCard = (text: string) =>
  (text.match(/(?<!\d)\d(?:[ .-]?\d){12,18}(?!\d)/g) ?? []).some(isPaymentCardNumber)

/** A word with a digit and another character in it, as most ids are. */
const isIdForm = (text: string) => /^\S*\d\S*$/.test(text) && /[^\d+]/.test(text) && text.length >= 3

/** `K - 214907` and `# K-214907` as ids are held; any other text unchanged. */
const toId = (text: string) => text.replace(/^#\s?(?=\w)/, '').replace(/^([a-z]{1,8}) ?- ?(\d{3,})$/i, '$1-$2')

/** Nobody has more titles, each before a text in quotes. */
const maxTitles = 4

/** A name as Dintero holds it. What a title stood before may be in quotes, so the text is cleaned again. */
function toPlainName(text: string): string {
  let name = text
  for (let titles = 0; titles < maxTitles; titles++) {
    const next = toName(cleanText(name).text)
    if (next === name || next === '') return name
    name = next
  }
  return text
}

/**
 * Recognises a text that holds no operators and no quotes: cleaned of what people write around a value, it is one email,
 * phone or id, or holds exactly one of them; anything else is text to search for.
 */
export function recognise(raw: string, vocabulary: Vocabulary): Recognised {
  const { text, label } = cleanText(raw)
  if (text === '') return { kind: 'plain', search: raw.trim() }
  if (holdsPaymentCard(text)) return { kind: 'payment_card' }
  if (/^https?:\/\//i.test(text) && !/\s/.test(text)) return recogniseBackOfficeUrl(text)
  const isLabelled = (name: FilterName) => name === label
  // A label says what to look for first; digits behind the label of an id are no phone number.
  const inOrder = filters.toSorted((a, b) => Number(isLabelled(b.name)) - Number(isLabelled(a.name)))
  for (const { name, operator } of label === 'id' ? [] : inOrder) {
    const values = operator?.recognise?.(text, vocabulary)
    if (operator && values) return { kind: 'filter', filter: name, operator: operator.name, values }
  }
  const id = toId(text)
  if (uuidPattern.test(id)) return { kind: 'uuid', search: id }
  if (label === 'id' || isIdForm(id)) return { kind: 'id', search: id }
  const [found, ...others] = findIds(text)
  if (found !== undefined && others.length === 0)
    return { kind: uuidPattern.test(found) ? 'uuid' : 'id', search: found }
  const part = vocabulary.recognisePartOfPhone(text)
  if (part !== null) return { kind: 'plain', search: part }
  const name = toPlainName(text)
  if (name !== text) return recognise(name, vocabulary)
  return { kind: name.includes(' ') ? 'words' : 'plain', search: name }
}
