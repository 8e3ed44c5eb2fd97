import { startsWith } from '@/lib/customers/filters/choices'
import { findOperator, operatorNames } from '@/lib/customers/search-text/operators'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** One way to continue: `insert` replaces the text from `from` to `to`. `note` names a text in `search.notes` of the catalogue. */
export type Completion = { insert: string; label: string; kind: 'operator' | 'name' | 'value'; note: string }

const maxOptions = 8
/** No name is longer, with its operator; what stands further before the caret is not examined. */
const maxWordLength = 600

/** What can be completed where the caret stands: by the text before it, in place of the whole word around it. */
export function completionsAt(
  text: string,
  caret: number,
  vocabulary: Vocabulary,
): { from: number; to: number; options: Completion[] } {
  const begin = Math.max(0, caret - maxWordLength)
  const before = text.slice(begin, caret)
  // Inside an open quote a space does not end the word.
  const from = begin + (/(?:[a-z]+:(?:[^\s"]*=)?"[^"]*|\S*)$/i.exec(before)?.index ?? before.length)
  const word = text.slice(from, caret)
  const colon = word.indexOf(':')
  const name = word.slice(0, colon).toLowerCase()
  const isQuoteOpen = word.split('"').length % 2 === 0
  const rest = isQuoteOpen ? /^[^"]*"?/ : colon > 0 ? /^\S*/ : /^[^\s:]*:?/
  const to = caret + (rest.exec(text.slice(caret))?.[0].length ?? 0)
  const operator = colon > 0 ? findOperator(name) : undefined
  if (operator) {
    const values = operator.complete?.(word.slice(colon + 1).replace(/^"/, ''), vocabulary) ?? []
    const options = values.map(({ text, note = '', ...value }) => ({ ...value, insert: `${name}:${text}`, note }))
    const isComplete = options.length === 1 && options[0]?.insert === word
    return { from, to, options: isComplete ? [] : options.slice(0, maxOptions) }
  }
  const isHelp = text.trim() === '?'
  const names = operatorNames.filter((one) => isHelp || (word.length >= 2 && startsWith(one, word)))
  const options = names.map((one) => ({ insert: `${one}:`, label: `${one}:`, kind: 'operator' as const, note: one }))
  return { from, to, options }
}
