import type { ValueCompletion } from '@/lib/customers/filters/filter'
import { type Piece, textOf } from '@/lib/customers/search-text/pieces'
import type { ValueProblem } from '@/lib/customers/search-text/problem'

/** One of the values that an operator takes, whatever its case, or the problem with what would be right. */
export function parseChoice<T extends string>(pieces: readonly Piece[], choices: readonly T[]): T | ValueProblem {
  const text = textOf(pieces)
  const chosen = choices.find((choice) => choice === text.toLowerCase())
  return chosen ?? { kind: 'invalid', value: text, expected: [...choices] }
}

/** Whether a name begins with what is typed, whatever its case. */
export const startsWith = (name: string, typed: string) => name.toLowerCase().startsWith(typed.toLowerCase())

/** The choices that begin with what is typed. */
export function completeChoice(typed: string, choices: readonly string[]): ValueCompletion[] {
  return choices
    .filter((choice) => startsWith(choice, typed))
    .map((choice) => ({ text: choice, label: choice, kind: 'value' }))
}
