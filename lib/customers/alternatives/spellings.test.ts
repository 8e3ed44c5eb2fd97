import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSpellings } from '@/lib/customers/alternatives/spellings'
import { femaleNames, lastNames, maleNames } from '@/lib/sandbox/generate/seed-names'
import { runCount } from '@/lib/sandbox/run-count-for-tests'

it.each([
  ['bjorgum', ['bjørgum', 'björgum', 'bjoergum']],
  ['Björgum', ['Bjørgum', 'Bjorgum', 'Bjoergum']],
  ['bjørgum', ['bjorgum', 'björgum', 'bjoergum']],
  ['Nora Bjorgum', ['Nora Bjørgum', 'Nora Björgum', 'Nora Bjoergum']],
  ['GAASVAER', ['GÅSVÆR', 'GAASVÆR', 'GÅSVAER']],
  ['Aase', ['Åse', 'Ase']],
  ['Jæger', ['Jaeger', 'Jäger', 'Jeger']],
  ['Åse', ['Aase', 'Ase']],
  ['Müller', ['Muller']],
  ['Bjo\u0308rk', ['Bjørk', 'Bjork', 'Bjoerk']],
])('%s is offered as %j', (typed, spellings) => {
  expect(findSpellings(typed, 3).slice(0, spellings.length)).toEqual(spellings)
})

it.each(['', 'jim', 'kari@example.no', 'K-214907', '+4742', 'İstanbul'])('%j has no other spelling', (typed) => {
  expect(findSpellings(typed, 3)).toEqual([])
})

/** Names as they are, and as a keyboard or a system without their letters has them. */
const names = [...new Set([...femaleNames, ...maleNames, ...lastNames])]
/** Names that the sandbox does not have: `contexts` was written with neither list at hand. */
const others =
  `Sæbø Bråten Sørum Nøkleby Bjørklund Bjørnsen Tønnessen Grønland Hågensen Håvard Øivind Åsmund Bjørg Åsne Ølberg
  Brækhus Kjølstad Frøydis Jøran Sølvi Gørild Løvlie Skåland Rødahl Mørk Høgli Bøhn Ræder Mjølhus Tjønn Sjøberg Hæreid Sætre
  Bærug Kåsa Råde Åmot Ålvik Østgård Østerud Kjær Lærum Værnes Fjærestad Åkre Gåsland Håkonsen Torbjørnsen Bøckman Røsvik Øyen
  Tøfte Grøndahl Mørch Skjæveland Nærbø Stålesen Ståle Gråberg Våge Bråthen Sølvberg Hårstad Løvaas Bøhler Aarø Håheim Lødemel
  Vågnes Åmdal Tråsdahl Møller Søderberg Kråkenes Bårdsen Sørbø Høie Råheim Skårdal Børresen Jørstad Måløy Tøsse Ørstavik Hønsi
  Dåsnes Ærø`.split(/\s+/)

const inAscii = (name: string, letters: Record<string, string>) =>
  name.replace(/[æøå]/gi, (letter) => {
    const plain = letters[letter.toLowerCase()] ?? ''
    return letter === letter.toLowerCase() ? plain : plain.charAt(0).toUpperCase() + plain.slice(1)
  })
const asTyped = {
  'o, a, ae': { ø: 'o', å: 'a', æ: 'ae' },
  'oe, aa, ae': { ø: 'oe', å: 'aa', æ: 'ae' },
  'o, aa, ae': { ø: 'o', å: 'aa', æ: 'ae' },
}
/** How many of the names are among the first `most` spellings of what is typed for them. */
const foundAmong = (most: number, list: readonly string[], letters: Record<string, string>) =>
  list.filter((name) => findSpellings(inAscii(name, letters), most).includes(name)).length

describe.each(Object.entries(asTyped))('a name typed with %s', (_, letters) => {
  const ofSandbox = names.filter((name) => /[æøå]/i.test(name))

  it('is the real one among the first three, for each name of the sandbox', () => {
    expect(ofSandbox.length).toBeGreaterThan(50)
    const missed = ofSandbox.filter((name) => !findSpellings(inAscii(name, letters), 3).includes(name))
    expect(missed).toEqual([])
  })

  it('is the real one among the first three nearly always for other names, and first for four of five', () => {
    expect(foundAmong(3, others, letters) / others.length).toBeGreaterThan(0.95)
    expect(foundAmong(1, others, letters) / others.length).toBeGreaterThan(0.75)
  })
})

it('of any text: at most as many as requested, all different from it and from each other, the same each time', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 255 }),
    fc.string({ unit: fc.constantFrom(...'aoeæøåäöéAOEÆØ nrg'), maxLength: 255 }),
  )
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 8 }), (typed, most) => {
      const spellings = findSpellings(typed, most)
      expect(spellings.length).toBeLessThanOrEqual(most)
      expect(new Set([...spellings, typed.normalize('NFC')]).size).toBe(spellings.length + 1)
      expect(findSpellings(typed, most)).toEqual(spellings)
      // Fewer of them are the beginning of more.
      expect(findSpellings(typed, 8).slice(0, most)).toEqual(spellings)
    }),
    { numRuns: runCount(2_000), examples: [['åå', 7]] },
  )
})

it('a spelling leads back: what was typed is a spelling of what is offered', () => {
  for (const name of names.filter((one) => /[æøå]/i.test(one)))
    expect(findSpellings(name, 40)).toContain(inAscii(name, { ø: 'o', å: 'a', æ: 'ae' }))
})
