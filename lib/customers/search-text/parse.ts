import { type ListFilters, noListFilters } from '@/lib/customers/filters/customer-query'
import { filters } from '@/lib/customers/filters/registry'
import { maxSearchLength } from '@/lib/customers/filters/search'
import { invisibleAt } from '@/lib/customers/search-text/invisible'
import { nearest } from '@/lib/customers/search-text/nearest'
import { findOperator, operatorNames } from '@/lib/customers/search-text/operators'
import {
  type FreeText,
  type Interpretation,
  parseFreeText,
  type Values,
} from '@/lib/customers/search-text/parse-free-text'
import { textOf } from '@/lib/customers/search-text/pieces'
import type { Problem, ValueProblem } from '@/lib/customers/search-text/problem'
import { type Part, splitText } from '@/lib/customers/search-text/split-text'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** What a search text means. Only the filters that it names are set. */
export type ParsedSearchText = {
  filters: Partial<ListFilters>
  /** The `customer_id` of a record to open. */
  record?: string
  /** Another account, from a URL of the back office. */
  account?: string
  interpretation: Interpretation
}

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
