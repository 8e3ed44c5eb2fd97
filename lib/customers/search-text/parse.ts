import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { maxSearchLength } from '@/lib/customers/filters/search'
import { searchFilters as filters } from '@/lib/customers/filters/search/registry'
import { labelledWords } from '@/lib/customers/search-text/labelled-words'
import { nearest } from '@/lib/customers/search-text/nearest'
import { findOperator, isHidden, operators } from '@/lib/customers/search-text/operators/operators'
import { inLanguage, nameIn, toValue } from '@/lib/customers/search-text/operators/words'
import {
  type FreeText,
  type Interpretation,
  parseFreeText,
  type Values,
} from '@/lib/customers/search-text/parse-free-text'
import { type Piece, textOf } from '@/lib/customers/search-text/pieces'
import type { Problem, ValueProblem } from '@/lib/customers/search-text/problem'
import { type Part, splitText } from '@/lib/customers/search-text/split-text'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** What a search text means. Only the filters that it names are set. */
export type ParsedSearchText = {
  filters: Partial<ListFilters>
  /** The `customer_id` of a record to open. */
  record?: string
  /** The number of a receipt, which leads to its customer. */
  receipt?: string
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

const isReceipt = ({ operator }: Part) => findOperator(operator)?.name === 'receipt'

/** The parts of a text in which `receipt: 12345`, as people write it, is one. */
function withReceiptValue(parts: readonly Part[]): Part[] {
  return parts.flatMap((part, index) => {
    const [before, next] = [parts[index - 1], parts[index + 1]]
    const isBare = (one: Part | undefined) => one !== undefined && isReceipt(one) && textOf(one.pieces) === ''
    if (isBare(before) && part.operator === null) return []
    if (!isBare(part) || next?.operator !== null) return [part]
    return [{ ...part, pieces: next.pieces, length: next.at + next.length - part.at }]
  })
}

/** A value as the filters call it, whatever the language of its word. */
function toValuePieces(operator: string, pieces: Piece[]): Piece[] {
  const text = textOf(pieces)
  const value = toValue(operator, text)
  return value === text ? pieces : pieces.slice(0, 1).map(({ at }) => ({ text: value, isQuoted: false, at }))
}

/** The first filter that breaks a rule beside the others, such as `deleted:only` with `since:`. */
function findConflict(values: Values): { operator: string; problem: ValueProblem } | null {
  for (const { rules = {}, operator } of filters) {
    const isBroken = Object.values(rules).some((isKept) => !isKept(values))
    if (!operator || !isBroken) continue
    return { operator: operator.name, problem: { kind: 'not_together' } }
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
  // No URL can hold half a surrogate pair, and nothing of Dintero's NUL, not even in quotes.
  const half = /[\p{Surrogate}\0]/u.exec(text)
  if (half)
    return {
      parsed: nothing,
      problems: [{ kind: 'invisible', at: half.index, length: 1, value: '', expected: [] }],
    }
  const { parts: splitParts, problems } = splitText(text)
  const parts = withReceiptValue(labelledWords(splitParts, text, vocabulary))
  const report = (problem: ValueProblem, { at, length }: Pick<Part, 'at' | 'length'>) =>
    problems.push({ value: '', expected: [], ...problem, at, length })

  const words = parts.filter(({ operator }) => operator === null)
  const values: Values = {}
  const seen = new Set<string>()
  for (const part of parts) {
    const { operator: name, pieces } = part
    if (name === null) continue
    const operator = findOperator(name)
    if (!operator || isHidden(operator.name, vocabulary)) {
      const names = operators
        .filter((one) => !isHidden(one.name, vocabulary))
        .map((one) => nameIn(vocabulary.locale, one.name))
      const expected = nearest(name, names, names.length).map((one) => `${one}:`)
      report({ kind: 'unknown_operator', value: `${name}:`, expected }, part)
      continue
    }
    if (!operator.isRepeatable && seen.has(operator.name)) report({ kind: 'doubled', value: `${name}:` }, part)
    seen.add(operator.name)
    const toWords = (expected: string) => inLanguage(vocabulary.locale, operator.name, expected)
    const result =
      textOf(pieces) === ''
        ? { kind: 'no_value' as const }
        : operator.parse(toValuePieces(operator.name, pieces), vocabulary, values)
    if (!('kind' in result)) Object.assign(values, result)
    else if (result.kind === 'no_value')
      report({ kind: 'no_value', value: `${name}:`, expected: [toWords(operator.example)] }, part)
    else report({ ...result, expected: result.expected?.map(toWords) ?? [] }, part)
  }
  const [first, last] = [words[0], words.at(-1)]
  let free: FreeText = { values: {}, interpretation: 'none' }
  if (first && last) {
    const found = parseFreeText(words, values, vocabulary)
    if ('values' in found) free = found
    else report(found, { at: first.at, length: last.at + last.length - first.at })
  }
  // Around a whole value a `*` is a mark of bold text, and taken off.
  const isBold = free.interpretation !== 'none' && !free.values.search?.includes('*')
  for (const word of words) {
    const bare = word.pieces.find((piece) => !piece.isQuoted)
    const found = bare && notOffered.find(([pattern]) => pattern.test(bare.text))
    if (found && !(isBold && found[1] === 'wildcard')) report({ kind: 'not_offered', value: found[1] }, word)
  }
  Object.assign(values, free.values)
  const conflict = findConflict(values)
  const conflicting = parts.find(({ operator }) => conflict && findOperator(operator)?.name === conflict.operator)
  if (conflict && conflicting) report(conflict.problem, conflicting)
  const { record, receipt, ...set } = values
  const [alone, ...others] = parts.toSorted((a, b) => Number(isReceipt(b)) - Number(isReceipt(a)))
  if (alone && isReceipt(alone) && others.length > 0) report({ kind: 'alone', value: `${alone.operator}:` }, alone)
  const parsed: ParsedSearchText = { filters: set, interpretation: free.interpretation }
  if (record !== undefined) parsed.record = record
  if (receipt !== undefined) parsed.receipt = receipt
  if (free.account !== undefined) parsed.account = free.account
  return { parsed, problems: problems.sort((a, b) => a.at - b.at) }
}
