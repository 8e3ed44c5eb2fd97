import type { Locale } from '@/lib/preferences'

/** What the operators and their values are called: the only list of these words. Every word is understood in every language. */
type OperatorWords = {
  /** The name of the operator in each language, and further names under which it is understood. */
  names: Record<Locale, string> & { others?: readonly string[] }
  /** The Norwegian words of a value, the one to print first; in English a value is called as the filters call it. */
  norwegian?: Readonly<Record<string, readonly [string, ...string[]]>>
}

const words = {
  text: { names: { en: 'text', nb: 'tekst' } },
  email: { names: { en: 'email', nb: 'epost' } },
  phone: { names: { en: 'phone', nb: 'telefon' } },
  id: { names: { en: 'id', nb: 'id' } },
  receipt: { names: { en: 'receipt', nb: 'kvittering' } },
  type: {
    names: { en: 'type', nb: 'type' },
    norwegian: {
      customer: ['kunde', 'person', 'privat'],
      company: ['bedrift', 'firma'],
      contact: ['kontakt'],
      employee: ['ansatt'],
      other: ['annet', 'andre'],
      any: ['alle'],
    },
  },
  tag: { names: { en: 'tag', nb: 'merke' } },
  token: { names: { en: 'token', nb: 'token' } },
  attr: { names: { en: 'attr', nb: 'attributt' } },
  since: { names: { en: 'since', nb: 'endret', others: ['siden'] }, norwegian: { '1y': ['1å'] } },
  deleted: {
    names: { en: 'deleted', nb: 'slettet' },
    norwegian: { hidden: ['skjult'], included: ['inkludert'], only: ['bare'], yes: ['ja'], no: ['nei'] },
  },
} as const satisfies Record<string, OperatorWords>

const wordsOf = (operator: string): OperatorWords | undefined =>
  Object.hasOwn(words, operator) ? words[operator as keyof typeof words] : undefined

/** Whether the values of an operator are words, which differ by language. */
export const hasWords = (operator: string): boolean => wordsOf(operator)?.norwegian !== undefined

/** All names of an operator, in every language. */
export function namesOf(operator: string): string[] {
  const { en = operator, nb = operator, others = [] }: Partial<OperatorWords['names']> = wordsOf(operator)?.names ?? {}
  return [...new Set([en, nb, ...others])]
}

/** The name of an operator in a language. */
export const nameIn = (locale: Locale, operator: string): string => wordsOf(operator)?.names[locale] ?? operator

/** The words for a value of an operator, that of the language first. */
function wordsFor(locale: Locale, operator: string, value: string): string[] {
  const table = wordsOf(operator)?.norwegian
  const norwegian = table && Object.hasOwn(table, value) ? (table[value] ?? []) : []
  return locale === 'nb' ? [...norwegian, value] : [value, ...norwegian]
}

/** A value of an operator in a language; a value that has no word of its own stays. */
export const valueIn = (locale: Locale, operator: string, value: string): string =>
  wordsFor(locale, operator, value)[0] ?? value

/** The first word for a value that begins with what is typed: in the language of the screen, else in the other one. */
export const wordThatBegins = (locale: Locale, operator: string, value: string, typed: string): string | undefined =>
  wordsFor(locale, operator, value).find((word) => word.startsWith(typed.toLowerCase()))

/** `type:company` as a language writes it: `type:bedrift`. Any other text is taken for a value of the operator. */
export function inLanguage(locale: Locale, operator: string, text: string): string {
  const prefix = `${operator}:`
  return text.startsWith(prefix)
    ? `${nameIn(locale, operator)}:${valueIn(locale, operator, text.slice(prefix.length))}`
    : valueIn(locale, operator, text)
}

/** The value that a word of any language stands for, as the filters call it; any other text as it is. */
export function toValue(operator: string, text: string): string {
  const lower = text.toLowerCase()
  const found = Object.entries(wordsOf(operator)?.norwegian ?? {}).find(([, all]) => all.includes(lower))
  return found?.[0] ?? text
}
