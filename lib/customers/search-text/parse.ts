import { type ListFilters, noListFilters } from '@/lib/customers/filters/customer-query'
import { filters } from '@/lib/customers/filters/registry'
import { maxSearchLength } from '@/lib/customers/filters/search'
import { invisibleAt, withoutInvisible } from '@/lib/customers/search-text/invisible'
import { nearest } from '@/lib/customers/search-text/nearest'
import { findOperator, operatorNames } from '@/lib/customers/search-text/operators'
import type { Problem, ValueProblem } from '@/lib/customers/search-text/problem'
import { type Recognised, recognise } from '@/lib/customers/search-text/recognise'
import { type Part, splitText, textOf } from '@/lib/customers/search-text/split-text'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** What the words without an operator were taken for. */
export type Interpretation =
  | 'none'
  | 'plain'
  | 'words'
  | 'id'
  | 'uuid'
  | 'address'
  | Extract<Recognised, { kind: 'filter' }>['filter']

/** What a search text means. Only the filters that it names are set. */
export type ParsedSearchText = {
  filters: Partial<ListFilters>
  /** The `customer_id` of a record to open. */
  record?: string
  /** Another account, from a URL of the back office. */
  account?: string
  interpretation: Interpretation
}

/** The filters that are set so far, and the record to open. */
type Values = Partial<ListFilters> & { record?: string }

/** Longer texts are refused without a look at them. */
const maxTextLength = 2_000

const notOffered: [RegExp, string][] = [
  [/^OR$/, 'or'],
  [/^AND$/, 'and'],
  [/^NOT$/, 'not'],
  [/^-\p{L}/u, 'not'],
  [/\*/, 'wildcard'],
]

/** Whether a text uses operators that the grammar knows. */
export function hasOperators(text: string): boolean {
  return splitText(text).parts.some(({ operator }) => findOperator(operator) !== undefined)
}

type FreeText = { values: Values; interpretation: Interpretation; account?: string }

const searchFor = (search: string, interpretation: Interpretation): FreeText | ValueProblem =>
  search.length > maxSearchLength
    ? { kind: 'too_long', expected: [String(maxSearchLength)] }
    : { values: { search }, interpretation }

/** Parses the words of a text that stand without an operator. */
function parseFreeText(words: readonly Part[], parsed: Values, vocabulary: Vocabulary): FreeText | ValueProblem {
  const text = words.map(({ pieces }) => textOf(pieces)).join(' ')
  const hasQuotes = words.some(({ pieces }) => pieces.some((piece) => piece.isQuoted))
  if (text.trim() === '' || (text === '?' && !hasQuotes)) return { values: {}, interpretation: 'none' }
  const known = recognise(text, vocabulary)
  if (known.kind === 'payment_card') return { kind: 'payment_card' }
  if (hasQuotes) return searchFor(text, 'plain')
  switch (known.kind) {
    case 'unknown_address':
      return { kind: 'unknown_address' }
    case 'address_without_account':
      return { kind: 'no_account_in_address' }
    case 'address':
      return {
        values: known.record === null ? {} : { record: known.record },
        interpretation: 'address',
        account: known.account,
      }
    case 'filter': {
      const isSet = Object.keys(known.values).some((param) => param in parsed)
      if (isSet) return { kind: 'doubled', value: `${known.operator}:` }
      return { values: known.values, interpretation: known.filter }
    }
    default: {
      const search = withoutInvisible(known.search).trim()
      const isForm = known.kind === 'uuid' || known.kind === 'id'
      if (invisibleAt(text.trim()) > 0 && !isForm && search !== text.trim()) return { kind: 'invisible' }
      if (search === '') return { values: {}, interpretation: 'none' }
      const found = searchFor(search, known.kind)
      if ('values' in found && known.kind === 'uuid') found.values.record = search
      return found
    }
  }
}

/** The first filter that breaks a rule beside the others, such as `deleted:only` with `since:`. */
function findConflict(values: Values, vocabulary: Vocabulary): { operator: string; problem: ValueProblem } | null {
  for (const { rules = {}, operator } of filters) {
    const isBroken = Object.values(rules).some((isKept) => !isKept(values))
    if (!operator || !isBroken) continue
    const [printed = ''] = operator.print({ ...noListFilters, ...values }, vocabulary)
    return { operator: operator.name, problem: { kind: 'not_together', value: `${operator.name}:${printed}` } }
  }
  return null
}

/**
 * Parses a search text: operators, and the words beside them for what they are (an email, a phone number, an id, a URL of
 * the back office, or text to search for). With a problem none of it is to be queried. It never throws.
 */
export function parseSearchText(
  text: string,
  vocabulary: Vocabulary,
): { parsed: ParsedSearchText; problems: Problem[] } {
  const nothing: ParsedSearchText = { filters: {}, interpretation: 'none' }
  if (text.length > maxTextLength) {
    const place = { at: maxTextLength, length: text.length - maxTextLength }
    return {
      parsed: nothing,
      problems: [{ kind: 'too_long', ...place, value: '', expected: [String(maxSearchLength)] }],
    }
  }
  // No URL can hold half a surrogate pair, not even in quotes.
  const half = /\p{Surrogate}/u.exec(text)
  if (half)
    return {
      parsed: nothing,
      problems: [{ kind: 'invisible', at: half.index, length: 1, value: '', expected: [] }],
    }
  const { parts, problems } = splitText(text)
  const report = (problem: ValueProblem, { at, length }: Pick<Part, 'at' | 'length'>) =>
    problems.push({ value: '', expected: [], ...problem, at, length })

  const words = parts.filter(({ operator }) => operator === null)
  for (const word of words) {
    const bare = word.pieces.find((piece) => !piece.isQuoted)
    const found = bare && notOffered.find(([pattern]) => pattern.test(bare.text))
    if (found) report({ kind: 'not_offered', value: found[1] }, word)
  }
  const values: Values = {}
  const seen = new Set<string>()
  for (const part of parts) {
    const { operator: name, pieces } = part
    if (name === null) continue
    const operator = findOperator(name)
    if (!operator) {
      const known = nearest(name, operatorNames).map((one) => `${one}:`)
      report({ kind: 'unknown_operator', value: `${name}:`, expected: known }, part)
      continue
    }
    if (!operator.isRepeatable && seen.has(name)) report({ kind: 'doubled', value: `${name}:` }, part)
    seen.add(name)
    if (textOf(pieces) === '') {
      report({ kind: 'no_value', value: `${name}:`, expected: [operator.example] }, part)
      continue
    }
    const result = operator.parse(pieces, vocabulary, values)
    if ('kind' in result) report(result, part)
    else Object.assign(values, result)
  }
  const [first, last] = [words[0], words.at(-1)]
  let free: FreeText = { values: {}, interpretation: 'none' }
  if (first && last) {
    const found = parseFreeText(words, values, vocabulary)
    if ('values' in found) free = found
    else if (found.kind === 'invisible')
      report(found, { at: first.at + Math.max(0, invisibleAt(text.slice(first.at))), length: 1 })
    else report(found, { at: first.at, length: last.at + last.length - first.at })
  }
  Object.assign(values, free.values)
  const conflict = findConflict(values, vocabulary)
  const conflicting = parts.find(({ operator }) => operator !== null && operator === conflict?.operator)
  if (conflict && conflicting) report(conflict.problem, conflicting)
  const { record, ...set } = values
  const parsed: ParsedSearchText = { filters: set, interpretation: free.interpretation }
  if (record !== undefined) parsed.record = record
  if (free.account !== undefined) parsed.account = free.account
  return { parsed, problems: problems.sort((a, b) => a.at - b.at) }
}
