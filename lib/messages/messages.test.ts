import { describe, expect, it } from 'vitest'
import { messagesFor } from '@/lib/messages/catalogue'
import { en } from '@/lib/messages/en'
import { fill, plural } from '@/lib/messages/messages'
import { nb } from '@/lib/messages/nb'

type Tree = { [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  )
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

describe('the catalogue', () => {
  it('has every string in both languages, with the same placeholders', () => {
    const english = leaves(en)
    const norwegian = new Map(leaves(nb))
    expect([...norwegian.keys()]).toEqual(english.map(([key]) => key))
    for (const [key, text] of english) expect([key, places(norwegian.get(key) ?? '')]).toEqual([key, places(text)])
  })

  it('has no empty string', () => {
    expect([...leaves(en), ...leaves(nb)].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('is chosen by language', () => {
    expect([messagesFor('en'), messagesFor('nb')]).toEqual([en, nb])
  })
})

describe('filling in', () => {
  it('replaces placeholders, and keeps one without a value', () => {
    expect(fill('{from}–{to} of {total}', { from: 1, to: 25 })).toBe('1–25 of {total}')
  })

  it('follows the plural rules and numbers of the language', () => {
    const rows = { one: '{count} row', other: '{count} rows' }
    expect([1, 2, 48_312].map((count) => plural(rows, count, 'en'))).toEqual(['1 row', '2 rows', '48,312 rows'])
  })
})
