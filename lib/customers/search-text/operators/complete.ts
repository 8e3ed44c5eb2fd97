import { startsWith } from '@/lib/customers/filters/choices'
import type { Operator } from '@/lib/customers/filters/filter'
import { examples } from '@/lib/customers/search-text/operators/examples'
import { findOperator, isHidden, operators } from '@/lib/customers/search-text/operators/operators'
import { hasWords, nameIn, wordThatBegins } from '@/lib/customers/search-text/operators/words'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** One way to continue: `insert` replaces the text from `from` to `to`. `note` names a text in `search.notes` of the catalogue. */
export type Completion = {
  insert: string
  label: string
  kind: 'example' | 'operator' | 'name' | 'value'
  note: string
}

/** No name is longer, with its operator; what stands further before the caret is not examined. */
const maxWordLength = 600

/** The values of an operator that begin with what is typed, each by the word in which it was begun. */
function completeValue({ name, complete }: Pick<Operator<never>, 'name' | 'complete'>, typed: string, all: Vocabulary) {
  if (!hasWords(name)) return complete?.(typed, all) ?? []
  return (complete?.('', all) ?? []).flatMap((value) => {
    const word = wordThatBegins(all.locale, name, value.text, typed)
    return word === undefined ? [] : { ...value, text: word, label: word }
  })
}

/**
 * What can be completed where the caret stands: by the text before it, in place of the whole word around it. An empty text
 * has examples, and a question mark all operators.
 */
export function completionsAt(
  text: string,
  caret: number,
  vocabulary: Vocabulary,
): { from: number; to: number; options: Completion[] } {
  const { locale } = vocabulary
  if (text.trim() === '') {
    const options = examples(locale).map(({ text, note }) => ({
      insert: text,
      label: text,
      kind: 'example' as const,
      note,
    }))
    return { from: 0, to: text.length, options }
  }
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
    const values = completeValue(operator, word.slice(colon + 1).replace(/^"/, ''), vocabulary)
    const options = values.map(({ text, note = '', ...value }) => ({ ...value, insert: `${name}:${text}`, note }))
    const isComplete = options.length === 1 && options[0]?.insert === word
    return { from, to, options: isComplete ? [] : options }
  }
  const options = operators.flatMap(({ name }): Completion[] => {
    const local = nameIn(locale, name)
    const isOffered = !isHidden(name, vocabulary) && (word === '?' || (word.length >= 2 && startsWith(local, word)))
    return isOffered ? [{ insert: `${local}:`, label: `${local}:`, kind: 'operator', note: name }] : []
  })
  return { from, to, options }
}
