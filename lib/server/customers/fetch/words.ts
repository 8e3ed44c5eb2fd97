import 'server-only'
import type { Customer } from '@/lib/customers/model/customer'
import { searchableNames } from '@/lib/customers/model/display-name'

/** The words of a search text, of which Dintero finds one at a time. */

/** The distinct words of a search text. */
export const wordsOf = (text: string) => [...new Set(text.split(/\s+/).filter((word) => word !== ''))]

/**
 * The parts of a text that can be the beginning of a name. For two words these are the two words. For more words these are
 * the first, the last, the first two and the last two, because a name may have several words and the last name may come
 * first. There are at most four parts, because counting each costs a call.
 */
export function partsOf(words: readonly string[]): string[] {
  const [first = '', second = ''] = words
  const [last = '', beforeLast = ''] = words.toReversed()
  return words.length === 2 ? [first, last] : [first, last, `${first} ${second}`, `${beforeLast} ${last}`]
}

/** Whether each word is the beginning of a word in the customer's names, email or `customer_id`. */
export function matchesAllWords(customer: Customer, words: readonly string[]): boolean {
  const { email = '', customer_id } = customer
  const texts = [...searchableNames(customer), email, customer_id].map((text) => text.toLowerCase())
  const candidates = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  return words.every((word) => candidates.some((text) => text.startsWith(word.toLowerCase())))
}
