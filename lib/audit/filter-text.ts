import type { AuditFilter } from '@/lib/audit/audit-event'
import { searchFilters as filters } from '@/lib/customers/filters/search/registry'
import { nameIn, valueIn } from '@/lib/customers/search-text/operators/words'
import { locales } from '@/lib/preferences'

/** The operators of the search box, by the first parameter that each sets. */
const operatorNames = new Map(filters.map(({ params, operator }) => [Object.keys(params)[0], operator?.name]))

/** The words of a language for what is no operator: `activity.filterWords` of a catalogue. Without them names stay. */
type Words = Record<string, string>

const languageOf = (locale: string) => locales.find((one) => one === locale) ?? 'en'
const wordOf = (words: Words, name: string) => (Object.hasOwn(words, name) && words[name]) || name

/** The name of a filter as a person reads it: its operator in the search box, else the parameter. */
export function filterWord({ name }: AuditFilter, locale: string, words: Words = {}): string {
  const operator = operatorNames.get(name)
  return operator === undefined ? wordOf(words, name) : nameIn(languageOf(locale), operator)
}

/** `type:any`, or `search 9f41c2ab77d0e1c4` where only a keyed hash of the value is stored; in Norwegian `type:alle`. */
export function filterText(filter: AuditFilter, locale: string, words: Words = {}): string {
  const word = filterWord(filter, locale, words)
  const { name, value = '', hash } = filter
  if (hash !== undefined) return `${word} ${hash}`
  if (name === 'section') return `${word}:${wordOf(words, value)}`
  return `${word}:${valueIn(languageOf(locale), operatorNames.get(name) ?? name, value)}`
}
