import type { en } from '@/lib/messages/en'

/** The type of a catalogue: a language that lacks a string does not compile. */
export type Messages = typeof en

export type Plural = { one: string; other: string }

/** `fill('{from}–{to}', {from: 1, to: 25})`; a name without a value stays, so that the mistake is visible. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The plural form for `count` in a language, with `{count}` formatted as in that language. */
export function plural(message: Plural, count: number, locale: string): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? message.one : message.other
  return fill(form, { count: count.toLocaleString(locale) })
}
