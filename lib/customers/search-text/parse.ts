import { type ListFilters, maxSearchLength } from '@/lib/customers/filters/customer-query'
import { invisibleAt, withoutInvisible } from '@/lib/customers/search-text/invisible'
import { nearest } from '@/lib/customers/search-text/nearest'
import {
  operatorNames,
  operators,
  type ParsedOperators,
  type ValueProblem,
} from '@/lib/customers/search-text/operators'
import type { Problem } from '@/lib/customers/search-text/problem'
import { recognise } from '@/lib/customers/search-text/recognise'
import { type Part, splitText, textOf } from '@/lib/customers/search-text/split-text'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** How the words without an operator were read. */
export type Interpretation = 'none' | 'plain' | 'words' | 'id' | 'uuid' | 'email' | 'phone' | 'address'

/** What a search text means. Only the filters that it names are set. */
export type ParsedSearchText = {
  filters: Partial<ListFilters>
  /** The `customer_id` of a record that is to be opened. */
  record?: string
  /** Another account, from an address of the back office. */
  account?: string
  interpretation: Interpretation
}

/** Longer texts are refused at once. */
const longestText = 2_000

const notOffered: [RegExp, string][] = [
  [/^OR$/, 'or'],
  [/^AND$/, 'and'],
  [/^NOT$/, 'not'],
  [/^-\p{L}/u, 'not'],
  [/\*/, 'wildcard'],
]

/** Whether a text uses the operators that this grammar knows. */
export function hasOperators(text: string): boolean {
  return splitText(text).parts.some(({ operator }) => operator !== null && operatorNames.includes(operator))
}

/** Reads the words of a text that stand without an operator. */
function readFree(
  words: readonly Part[],
  parsed: ParsedOperators,
  { phoneCountry }: Vocabulary,
): { interpretation: Interpretation; account?: string } | ValueProblem {
  const [only] = words
  const isQuoted = words.some(({ pieces }) => pieces.some((piece) => piece.isQuoted))
  const text = words.map(({ pieces }) => textOf(pieces)).join(' ')
  if (text.trim() === '' || (text === '?' && !isQuoted)) return { interpretation: 'none' }
  if (isQuoted) {
    const search = words.length === 1 && only ? textOf(only.pieces) : text
    if (recognise(search, phoneCountry).kind === 'payment_card') return { kind: 'payment_card' }
    if (search.length > maxSearchLength) return { kind: 'too_long', expected: [String(maxSearchLength)] }
    parsed.filters.search = search
    return { interpretation: 'plain' }
  }
  const known = recognise(text, phoneCountry)
  switch (known.kind) {
    case 'payment_card':
    case 'unknown_address':
      return { kind: known.kind }
    case 'address_without_account':
      return { kind: 'no_account_in_address' }
    case 'address':
      if (known.record !== null) parsed.record = known.record
      return { interpretation: 'address', account: known.account }
    case 'email':
      if (parsed.filters.email !== undefined) return { kind: 'doubled', value: 'email:' }
      parsed.filters.email = known.email
      return { interpretation: 'email' }
    case 'phone':
      if (parsed.filters.phone_number !== undefined) return { kind: 'doubled', value: 'phone:' }
      parsed.filters.phone_number = known.phone_number
      return { interpretation: 'phone' }
    default: {
      const search = withoutInvisible(known.search).trim()
      if (invisibleAt(text.trim()) > 0 && known.kind !== 'uuid' && known.kind !== 'id' && search !== text.trim())
        return { kind: 'invisible' }
      if (search === '') return { interpretation: 'none' }
      if (search.length > maxSearchLength) return { kind: 'too_long', expected: [String(maxSearchLength)] }
      parsed.filters.search = search
      if (known.kind === 'uuid') parsed.record = search
      return { interpretation: known.kind }
    }
  }
}

/**
 * Reads a search text: operators, and the words beside them as what they are (an email, a telephone, an id, an address of
 * the back office, or text to search). With a problem nothing of it is to be asked. It never throws.
 */
export function parseSearchText(
  text: string,
  vocabulary: Vocabulary,
): { parsed: ParsedSearchText; problems: Problem[] } {
  const parsed: ParsedSearchText = { filters: {}, interpretation: 'none' }
  if (text.length > longestText) {
    const problem = {
      kind: 'too_long' as const,
      at: longestText,
      length: text.length - longestText,
      value: '',
      expected: [String(maxSearchLength)],
    }
    return { parsed, problems: [problem] }
  }
  // No address can hold half a character, not even in quotes.
  const half = /\p{Surrogate}/u.exec(text)
  if (half) return { parsed, problems: [{ kind: 'invisible', at: half.index, length: 1, value: '', expected: [] }] }
  const { parts, problems } = splitText(text)
  const tell = (fault: ValueProblem, { at, length }: Pick<Part, 'at' | 'length'>) =>
    problems.push({ value: '', expected: [], ...fault, at, length })

  const words = parts.filter(({ operator }) => operator === null)
  for (const word of words) {
    const bare = word.pieces.find(({ isQuoted }) => !isQuoted)
    const found = bare && notOffered.find(([pattern]) => pattern.test(bare.text))
    if (found) tell({ kind: 'not_offered', value: found[1] }, word)
  }
  const seen = new Set<string>()
  for (const part of parts) {
    const { operator: name, pieces } = part
    if (name === null) continue
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined
    if (!operator) {
      tell(
        { kind: 'unknown_operator', value: `${name}:`, expected: nearest(name, operatorNames).map((one) => `${one}:`) },
        part,
      )
      continue
    }
    if (name !== 'attr' && seen.has(name)) tell({ kind: 'doubled', value: `${name}:` }, part)
    seen.add(name)
    if (textOf(pieces) === '') {
      tell({ kind: 'no_value', value: `${name}:`, expected: [examples[name] ?? ''] }, part)
      continue
    }
    const fault = operator(parsed, pieces, vocabulary)
    if (fault) tell(fault, part)
  }
  const [first, last] = [words[0], words.at(-1)]
  if (first && last) {
    const stretch = { at: first.at, length: last.at + last.length - first.at }
    const free = readFree(words, parsed, vocabulary)
    if ('kind' in free)
      tell(
        free,
        free.kind === 'invisible'
          ? { at: first.at + Math.max(0, invisibleAt(text.slice(first.at))), length: 1 }
          : stretch,
      )
    else {
      parsed.interpretation = free.interpretation
      if (free.account !== undefined) parsed.account = free.account
    }
  }
  if (parsed.filters.only && parsed.filters.since_datetime) {
    const part = parts.find(({ operator }) => operator === 'deleted')
    if (part) tell({ kind: 'not_together', value: 'deleted:only' }, part)
  }
  return { parsed, problems: problems.sort((a, b) => a.at - b.at) }
}

const examples: Record<string, string> = {
  type: 'type:company',
  tag: 'tag:VIP',
  email: 'email:kari@example.no',
  phone: 'phone:99999999',
  id: 'id:K-214907',
  token: 'token:membership_card=2400000000214907',
  attr: 'attr:club=gold',
  since: 'since:7d',
  deleted: 'deleted:yes',
}
