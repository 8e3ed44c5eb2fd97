import type { Customer } from '@/lib/customers/model/customer'
import { displayName, searchableNames } from '@/lib/customers/model/display-name'

/** How a search text matches a customer: as one phrase, or word by word, since people write a name in any order. */

/** Where a row shows the text that was searched for, or one word of it. */
export type Match = { field: 'name' | 'phone' | 'customer_id' | 'email'; start: number; length: number }

/** A text without regard to case and to the kind of its apostrophes. */
export const foldText = (text = '') => text.toLowerCase().replaceAll('’', "'")

const notOfWord = /[^\p{L}\p{M}\p{N}]+/u

/**
 * The words between the white space and commas of a text, each with its own words: hyphens and apostrophes part those of a
 * name, and nothing parts an id, a number or an email, whose beginning may be typed alone: `nora.bjorgum`.
 */
export function splitWords(text: string): { text: string; words: string[] }[] {
  return text.split(/[\s,;]+/).flatMap((token) => {
    const bare = token.replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
    if (bare === '') return []
    return [{ text: bare, words: /[\p{N}@._]/u.test(bare) ? [bare] : bare.split(notOfWord) }]
  })
}

/** The distinct words of a search text. */
export const wordsOf = (text: string) => [...new Set(splitWords(text).flatMap(({ words }) => words))]

/** Whether a text, or a word in it, begins with a word. */
export function beginsOne(text: string, word: string): boolean {
  const [folded, sought] = [foldText(text), foldText(word)]
  return [folded, ...folded.split(notOfWord)].some((part) => part.startsWith(sought))
}

/** Whether each word is the beginning of a word in the customer's names, email or `customer_id`. */
export function matchesAllWords(customer: Customer, words: readonly string[]): boolean {
  const texts = [...searchableNames(customer), customer.email ?? '', customer.customer_id]
  return words.every((word) => texts.some((text) => beginsOne(text, word)))
}

const startsWith = (text: string | undefined, search: string) => foldText(text).startsWith(search)

/**
 * The first part of a row that explains why the search found it: `search` matches the beginning of a first name, last
 * name, company name, phone (with or without `+`), `customer_id` or email (contract). Null where the row shows none.
 */
export function findMatch(customer: Customer, searchText: string | null): Match | null {
  const search = foldText(searchText?.trim())
  if (search === '') return null
  const name = displayName(customer)
  for (const part of searchableNames(customer)) {
    if (!startsWith(part, search)) continue
    const at = name.indexOf(part)
    if (at >= 0) return { field: 'name', start: at, length: search.length }
  }
  if (startsWith(customer.customer_id, search)) return { field: 'customer_id', start: 0, length: search.length }
  if (startsWith(customer.email, search)) return { field: 'email', start: 0, length: search.length }
  const digits = search.replace(/^\+/, '')
  if (startsWith(customer.phone_number?.replace(/^\+/, ''), digits))
    return { field: 'phone', start: 0, length: digits.length }
  return null
}

/** Where the words of a text begin with one of `words`, which are folded: each with the longest one. */
function findBeginnings(text: string, words: readonly string[]): { start: number; length: number }[] {
  const folded = foldText(text)
  return [...folded.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({ index }) => {
    const lengths = words.filter((word) => folded.startsWith(word, index)).map((word) => word.length)
    return lengths.length === 0 ? [] : [{ start: index, length: Math.max(...lengths) }]
  })
}

/**
 * The parts of a row that explain why a search found it word by word: each word in the name, and those that are not there
 * in the `customer_id` or email. None for a text of one word.
 */
export function findWordMatches(customer: Customer, searchText: string): Match[] {
  const words = wordsOf(foldText(searchText))
  if (words.length < 2 || !matchesAllWords(customer, words)) return []
  const name = displayName(customer)
  const elsewhere = words.filter((word) => !beginsOne(name, word))
  const inField = (field: Match['field'], text: string, sought: string[]) =>
    findBeginnings(text, sought).map((found) => ({ field, ...found }))
  return [
    ...inField('name', name, words),
    ...inField('customer_id', customer.customer_id, elsewhere),
    ...inField('email', customer.email ?? '', elsewhere),
  ]
}

/** How many characters of a formatted phone hold its first `digits` digits: 7 for five of `+47 912 40 318`. */
export function formattedLength(written: string, digits: number): number {
  let seen = 0
  for (let index = 0; index < written.length; index += 1) {
    if (/\d/.test(written.charAt(index))) seen += 1
    if (seen === digits) return index + 1
  }
  return written.length
}
