import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messagesFor } from '@/lib/messages/catalogue'
import { en as dossierEn } from '@/lib/messages/dossier/en'
import { nb as dossierNb } from '@/lib/messages/dossier/nb'
import { en } from '@/lib/messages/en'
import { fill, plural } from '@/lib/messages/messages'
import { nb } from '@/lib/messages/nb'

type Tree = { [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  )
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
const texts = {
  en: [...leaves(en), ...leaves(dossierEn, 'dossier.')],
  nb: [...leaves(nb), ...leaves(dossierNb, 'dossier.')],
}

/** The rows of "Words on the screen" in CONTRIBUTING: the words of a language, and those that are not used for it. */
const glossary = readFileSync('CONTRIBUTING.md', 'utf8')
  .split('### Words on the screen')[1]
  ?.split('\n#')[0]
  ?.split('\n')
  .filter((line) => /^\| (?!English|---)/.test(line))
  .map((line) => {
    const [use, use2, , avoid, avoid2] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.split(',').flatMap((word) => word.trim() || []))
    return { en: { use, avoid }, nb: { use: use2, avoid: avoid2 } }
  })

/** The endings of plurals: the glossary names a word once. */
const endings = { en: '(?:e?s)?', nb: '(?:er|ene)?' }

/** Where a word or a phrase stands, in any case, and never within another word or a placeholder. */
const withWord = (list: [string, string][], word: string, ending = '') => {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}${ending}(?![\\p{L}\\p{N}])`, 'iu')
  return list.filter(([, text]) => pattern.test(text.replace(/\{\w+\}/g, '{}')))
}

describe('the catalogue', () => {
  it('has every string in both languages, with the same placeholders', () => {
    const english = texts.en
    const norwegian = new Map(texts.nb)
    expect([...norwegian.keys()]).toEqual(english.map(([key]) => key))
    for (const [key, text] of english) expect([key, places(norwegian.get(key) ?? '')]).toEqual([key, places(text)])
  })

  it('has no empty string', () => {
    expect([...texts.en, ...texts.nb].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('is chosen by language', () => {
    expect([messagesFor('en'), messagesFor('nb')]).toEqual([en, nb])
  })
})

describe.each(['en', 'nb'] as const)('the words of %s', (locale) => {
  it('are those of the glossary', () => {
    expect(glossary).toHaveLength(30)
    for (const row of glossary ?? [])
      for (const word of row[locale].use ?? [])
        expect([word, withWord(texts[locale], word).length > 0]).toEqual([word, true])
  })

  it('are none that the glossary says not to use', () => {
    const avoided = glossary?.flatMap((row) => row[locale].avoid ?? []) ?? []
    expect(avoided.length).toBeGreaterThan(30)
    const found = avoided.flatMap((word) => withWord(texts[locale], word, endings[locale]).map((one) => [word, ...one]))
    expect(found).toEqual([])
  })

  it.each([
    ['a double space, or one at an end', /^ | {2}| $/],
    ['a straight apostrophe or quotation mark', /['"]/],
    ['dots for an ellipsis', /\.\.\./],
    ['a space before a mark', / [,;:?!]/],
    ['the quotation marks of the other language', locale === 'en' ? /[«»]/ : /[“”„]/],
  ])('have no text with %s', (_, wrong) => {
    expect(texts[locale].filter(([, text]) => wrong.test(text))).toEqual([])
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
