import 'server-only'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'
import { foldText, splitWords } from '@/lib/customers/model/match'

/** Search by several words: the parts that Dintero finds, and the customers that are named as the text says. */

/** Each part costs a call. */
const maxParts = 4

/** Two words as a name with a hyphen has them. A single letter stands for a name, and is none. */
const withHyphen = (first: string, last: string) => (first.length > 1 && last.length > 1 ? `${first}-${last}` : '')

/**
 * The parts of a text that can be the beginning of a name, of which Dintero finds one at a time, the likeliest first: the
 * first word and the last, because the last name may come first; the other spelling of a name with a hyphen or an
 * apostrophe; and of more words the first two and the last two, because a name may have several. A single letter begins
 * too many names to be one where there is another.
 */
export function partsOf(text: string): string[] {
  const tokens = splitWords(text)
  const names = tokens.length === 1 ? (tokens[0]?.words ?? []) : tokens.map((token) => token.text)
  const [first = '', second = ''] = names
  const [last = '', beforeLast = ''] = names.toReversed()
  const parted = tokens.find(({ words }) => words.length > 1)?.words.join(' ')
  const pairs = names.length > 2 ? [`${first} ${second}`, `${beforeLast} ${last}`] : []
  const respelled = parted ?? (names.length === 2 ? withHyphen(first, last) : '')
  const whole = foldText(text.trim())
  const parts = [first, last, ...(pairs.length > 0 ? [...pairs, respelled] : [respelled])].filter(
    (part, index, all) => part !== '' && foldText(part) !== whole && all.indexOf(part) === index,
  )
  const longer = parts.filter((part) => part.length > 1)
  return (longer.length > 0 ? longer : parts).slice(0, maxParts)
}

const foldName = (...names: (string | undefined)[]) =>
  names.flatMap((name) => splitWords(foldText(name)).flatMap(({ words }) => words)).join(' ')

/** Whether a text is the whole name of a customer, with the last name first too. */
export function isWholeName({ first_name, last_name, company }: Customer, text: string): boolean {
  const name = foldName(text)
  const names = [foldName(first_name, last_name), foldName(last_name, first_name), foldName(company?.business_name)]
  return name !== '' && names.includes(name)
}

/**
 * A page of search results in which the customers whose whole name is the text stand first: of those that the phrase has
 * matched, and of those that were found word by word. The others keep their order.
 */
export function withWholeNamesFirst(page: CustomerPage, search: string | null): CustomerPage {
  if (search === null) return page
  const rank = (customer: Customer) => (isWholeName(customer, search) ? 0 : 1)
  const sort = (customers: Customer[]) => customers.toSorted((a, b) => rank(a) - rank(b))
  const { customers, looked } = page
  const at = looked?.phrase ?? 0
  return { ...page, customers: [...sort(customers.slice(0, at)), ...sort(customers.slice(at))] }
}
