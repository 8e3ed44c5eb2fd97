import { customerTypeFilters } from '@/lib/customers/filters/customer-type-filter'
import { operatorNames } from '@/lib/customers/search-text/operators'
import { valueText } from '@/lib/customers/search-text/print'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** One way to go on: `insert` takes the place of the text from `from` to `to`. `note` names a text of the catalogue. */
export type Completion = { insert: string; label: string; kind: 'operator' | 'name' | 'value'; note: string }

const most = 8
const begins = (name: string, typed: string) => name.toLowerCase().startsWith(typed.toLowerCase())

/** What may stand behind an operator; nothing for those whose value only the person knows. */
function valuesOf(operator: string, typed: string, { tags, attributes, now }: Vocabulary): Completion[] {
  const value = (name: string, note = ''): Completion => ({
    insert: `${operator}:${valueText(name)}`,
    label: name,
    kind: 'value',
    note,
  })
  const bare = typed.replace(/^"/, '')
  switch (operator) {
    case 'type':
      return customerTypeFilters.filter((type) => begins(type, bare)).map((type) => value(type))
    case 'deleted':
      return ['yes', 'only', 'no'].filter((one) => begins(one, bare)).map((one) => value(one, `deleted_${one}`))
    case 'tag':
      return (tags ?? []).filter(({ tag }) => begins(tag, bare)).map(({ tag }) => value(tag))
    case 'since': {
      const all = ['1d', '7d', '30d', '1y', now.toISOString().slice(0, 10)]
      return all.filter((one) => one.startsWith(bare)).map((one) => value(one))
    }
    case 'attr': {
      const [name = '', given] = bare.split('=')
      const declared = attributes?.find((one) => one.name === name)
      if (given !== undefined)
        return declared?.type === 'boolean'
          ? ['true', 'false']
              .filter((one) => one.startsWith(given))
              .map((one) => ({ ...value(one), insert: `attr:${valueText(name)}=${one}` }))
          : []
      const named = (attributes ?? []).filter((one) => begins(one.name, name))
      return named.map((one) => ({ ...value(one.name, one.private ? 'private' : ''), kind: 'name' }))
    }
    default:
      return []
  }
}

/** No name is longer, with its operator; what stands further before the caret is not looked through. */
const longestWord = 600

/** What can be completed where the caret stands: by what stands before it, in place of the whole word around it. */
export function completionsAt(
  text: string,
  caret: number,
  vocabulary: Vocabulary,
): { from: number; to: number; options: Completion[] } {
  const begin = Math.max(0, caret - longestWord)
  const before = text.slice(begin, caret)
  // A quote that is open holds its spaces together.
  const from = begin + (/(?:[a-z]+:(?:[^\s"]*=)?"[^"]*|\S*)$/i.exec(before)?.index ?? before.length)
  const word = text.slice(from, caret)
  const colon = word.indexOf(':')
  const name = word.slice(0, colon).toLowerCase()
  const isQuoteOpen = word.split('"').length % 2 === 0
  const rest = isQuoteOpen ? /^[^"]*"?/ : colon > 0 ? /^\S*/ : /^[^\s:]*:?/
  const to = caret + (rest.exec(text.slice(caret))?.[0].length ?? 0)
  if (colon > 0 && operatorNames.includes(name)) {
    const options = valuesOf(name, word.slice(colon + 1), vocabulary)
    const isWhole = options.length === 1 && options[0]?.insert === word
    return { from, to, options: isWhole ? [] : options.slice(0, most) }
  }
  const isHelp = text.trim() === '?'
  const names = operatorNames.filter((one) => isHelp || (word.length >= 2 && begins(one, word)))
  const options = names.map((one) => ({ insert: `${one}:`, label: `${one}:`, kind: 'operator' as const, note: one }))
  return { from, to, options }
}
