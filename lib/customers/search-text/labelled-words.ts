import { labelKindOf } from '@/lib/customers/search-text/clean/labels'
import { findOperator } from '@/lib/customers/search-text/operators/operators'
import { isQuoted, textOf } from '@/lib/customers/search-text/pieces'
import { recognise } from '@/lib/customers/search-text/recognise'
import type { Part } from '@/lib/customers/search-text/split-text'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/**
 * The parts of a text in which a label is a word and no operator: `Tlf: 42 14 03 18`, `email: kari@example.no`, and a word
 * that nobody knows before an email or a phone number (`Ring meg på: …`). What is an operator with its value stays one.
 */
export function labelledWords(parts: readonly Part[], text: string, vocabulary: Vocabulary): Part[] {
  const asWord = ({ at, length }: Part): Part => ({
    operator: null,
    pieces: [{ text: text.slice(at, at + length), isQuoted: false, at }],
    at,
    length,
  })
  const labelled = parts.map((part, index) => (isLabel(part, parts[index + 1], vocabulary) ? asWord(part) : part))
  const isUnknown = ({ operator }: Part) => operator !== null && findOperator(operator) === undefined
  if (!labelled.some(isUnknown)) return labelled
  const read = labelled.map((part) => (isUnknown(part) ? asWord(part) : part))
  const words = read.filter(({ operator }) => operator === null).map(({ pieces }) => textOf(pieces))
  const { kind } = recognise(words.join(' '), vocabulary)
  return kind === 'filter' || kind === 'payment_card' ? read : labelled
}

/** Whether a part that looks like an operator is the label of what follows: it has no value that it accepts. */
function isLabel({ operator: name, pieces }: Part, next: Part | undefined, vocabulary: Vocabulary): boolean {
  if (name === null || labelKindOf(name) === null) return false
  const operator = findOperator(name)
  if (operator === undefined) return true
  if (next?.operator !== null) return false
  return textOf(pieces) === '' || (!isQuoted(pieces) && 'kind' in operator.parse(pieces, vocabulary, {}))
}
