import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noListFilters } from '@/lib/customers/filters/customer-query'
import { completionsAt } from '@/lib/customers/search-text/operators/complete'
import { inLanguage, namesOf } from '@/lib/customers/search-text/operators/words'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { printSearchText } from '@/lib/customers/search-text/print'
import { vocabulary as english, tagIds } from '@/lib/customers/search-text/vocabulary-for-tests'
import { locales } from '@/lib/preferences'

const norwegian = { ...english, locale: 'nb' as const }

describe.each([
  ['an English', english],
  ['a Norwegian', norwegian],
])('on %s screen', (_, vocabulary) => {
  it.each([
    ['nord type:bedrift merke:vip', 'nord type:company tag:vip'],
    ['type:Person', 'type:customer'],
    ['type:"ansatt" slettet:ja', 'type:employee deleted:yes'],
    ['type:alle slettet:bare', 'type:any deleted:only'],
    ['Slettet:inkludert Merke:"stor avtale"', 'deleted:included tag:"stor avtale"'],
    ['slettet:nei', 'deleted:no'],
    ['endret:7d', 'since:7d'],
    ['siden:2t', 'since:2h'],
    ['endret:1u', 'since:1w'],
    ['endret:1Å', 'since:1y'],
    ['endret:31.1.2026', 'since:2026-01-31'],
    ['attributt:club=gold attributt:newsletter', 'attr:club=gold attr:newsletter'],
    ['epost:kari@example.no', 'email:kari@example.no'],
    ['Epost: kari@example.no', 'email: kari@example.no'],
    ['telefon:42140318 nord', 'phone:42140318 nord'],
    ['Telefon: 42 14 03 18', 'Phone: 42 14 03 18'],
    ['telefon: 4214 03', 'phone: 4214 03'],
    ['tekst:42140318', 'text:42140318'],
    ['id:K-1', 'id:K-1'],
    ['Kvittering:12345', 'receipt:12345'],
    ['kvittering: 12345', 'receipt: 12345'],
  ])('%s is %s', (nb, en) => {
    expect(parseSearchText(nb, vocabulary)).toEqual(parseSearchText(en, vocabulary))
    expect(parseSearchText(nb, vocabulary).problems).toEqual([])
  })

  it('a filter that is given in both languages stands twice', () => {
    expect(parseSearchText('tag:VIP merke:Medlem', vocabulary).problems).toMatchObject([
      { kind: 'doubled', value: 'merke:', at: 8 },
    ])
  })
})

describe('a problem says what would be right in the language of the screen', () => {
  const expectedOf = (text: string, vocabulary: typeof english) =>
    parseSearchText(text, vocabulary).problems.map(({ kind, expected }) => [kind, ...expected])

  it.each([
    ['type:robot', 'invalid', ['kunde', 'bedrift', 'kontakt', 'ansatt', 'annet', 'alle']],
    ['deleted:x', 'invalid', ['skjult', 'inkludert', 'bare', 'ja', 'nei']],
    ['merke:', 'no_value', ['merke:VIP']],
    ['slettet:', 'no_value', ['slettet:inkludert']],
    ['attr:=x', 'no_value', ['attributt:club=gold']],
    ['tag:dobbel', 'ambiguous_tag', [1, 2].map((end) => `merke:00000000-0000-4000-8000-00000000000${end}`)],
  ])('%s: %s', (text, kind, expected) => {
    expect(expectedOf(text, norwegian)).toEqual([[kind, ...expected]])
  })

  it('and names all operators, the nearest first', () => {
    const [kind, nearest, ...others] = expectedOf('merkee:VIP', norwegian)[0] ?? []
    expect([kind, nearest]).toEqual(['unknown_operator', 'merke:'])
    expect(others.toSorted()).toEqual(
      'attributt: endret: epost: id: kvittering: slettet: tekst: telefon: token: type:'.split(' ').toSorted(),
    )
    expect(expectedOf('colour:red', english)[0]?.slice(1).toSorted()).toEqual(
      'attr: deleted: email: id: phone: receipt: since: tag: text: token: type:'.split(' ').toSorted(),
    )
  })
})

describe('completion in Norwegian', () => {
  const at = (text: string) => completionsAt(text, text.length, norwegian).options.map(({ insert }) => insert)

  it.each([
    ['me', ['merke:']],
    ['ta', []],
    ['sle', ['slettet:']],
    ['type:', 'kunde bedrift kontakt ansatt annet alle'.split(' ').map((word) => `type:${word}`)],
    ['type:k', ['type:kunde', 'type:kontakt']],
    ['type:pe', ['type:person']],
    ['type:bedrift', []],
    // What was begun in the other language is completed in it.
    ['type:comp', ['type:company']],
    ['merke:st', ['merke:"Stor avtale"']],
    ['tag:st', ['tag:"Stor avtale"']],
    ['slettet:', ['slettet:skjult', 'slettet:inkludert', 'slettet:bare']],
    ['deleted:b', ['deleted:bare']],
    ['endret:1', ['endret:1d', 'endret:1å']],
  ])('of %s', (text, options) => expect(at(text)).toEqual(options))

  it('keeps the notes of the catalogue', () => {
    expect(completionsAt('slettet:b', 9, norwegian).options).toEqual([
      { insert: 'slettet:bare', label: 'bare', kind: 'value', note: 'deleted_only' },
    ])
  })

  it('lists all operators for a question mark, alone or behind other words', () => {
    expect(at('?')).toHaveLength(11)
    expect(at('nora ?')).toEqual(at('?'))
    expect(at('nora?')).toEqual([])
  })
})

describe('print', () => {
  it.each([
    [
      { search: 'nora', type: 'company' as const, tag_id: tagIds.VIP, include_deleted: true },
      'nora type:bedrift merke:VIP slettet:inkludert',
    ],
    [{ only: 'deleted' as const, attributes_keys: ['club'] }, 'attributt:club slettet:bare'],
    [{ since_datetime: '2026-01-01T00:00:00Z' }, 'endret:2026-01-01T00:00:00Z'],
    [{ email: 'kari@example.no', phone_number: '+4742140318' }, 'epost:kari@example.no telefon:"+4742140318"'],
    [{ search: '42140318' }, 'tekst:42140318'],
    [{ search: 'merke:VIP' }, '"merke:VIP"'],
  ])('writes %j in Norwegian', (some, printed) => {
    expect(printSearchText({ ...noListFilters, ...some }, norwegian)).toBe(printed)
  })
})

it('no word stands for two things', () => {
  const operators = 'text email phone id receipt type tag token attr since deleted'.split(' ')
  const names = operators.flatMap(namesOf)
  expect(new Set(names).size).toBe(names.length)
  fc.assert(
    fc.property(fc.constantFrom(...operators), fc.constantFrom(...locales), fc.string(), (operator, locale, value) => {
      const text = inLanguage(locale, operator, `${operator}:x${value}`)
      expect(text.endsWith(`:x${value}`)).toBe(true)
    }),
  )
})
