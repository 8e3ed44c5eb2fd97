import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CustomerFilters, noListFilters, serializeCustomerFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerFilters } from '@/lib/customers/filters/parse-customer-query'
import { customerTypeFilters } from '@/lib/customers/filters/type'
import { completionsAt } from '@/lib/customers/search-text/operators/complete'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { printSearchText } from '@/lib/customers/search-text/print'
import { tagIds, vocabulary } from '@/lib/customers/search-text/vocabulary-for-tests'
import { locales } from '@/lib/preferences'

const parse = (text: string) => parseSearchText(text, vocabulary)

describe('print', () => {
  const awkward = fc.constantFrom(
    '"',
    '\\',
    ' ',
    ':',
    '=',
    ',',
    '-',
    '*',
    'OR',
    'type:',
    'merke:',
    'bedrift',
    'tekst:',
    'Telefon:',
    '\n',
    '\u202e',
    '42140318',
    'a',
    'ø',
    '%',
    '@',
    '.',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.array(awkward, { maxLength: 6 }).map((all) => all.join('')),
  )
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 })
  const anyFilters = fc.record({
    search: some(text),
    email: some(fc.oneof(fc.emailAddress(), text)),
    phone_number: some(fc.stringMatching(/^\+?[1-9]\d{1,14}$/)),
    type: some(fc.constantFrom(...customerTypeFilters)),
    tag_id: some(
      fc.constantFrom(...(vocabulary.tags ?? []).map(({ id }) => id), '3c90c3cc-0d44-4b50-8888-8dd25736052a'),
    ),
    token_type: some(text),
    token_value: some(text),
    attributes: fc.array(fc.tuple(fc.oneof(text, fc.constantFrom('club', 'points', 'my phone')), text), {
      maxLength: 4,
    }),
    valued: fc.nat(4),
    since_datetime: some(
      fc.constantFrom('2026-01-01T00:00:00Z', '2026-11-20T14:59:03.108417Z', '2026-01-01T00:00:00+01:00'),
    ),
    include_deleted: fc.boolean(),
  })

  const anyLocale = fc.constantFrom(...locales)

  it('prints every query that a URL can hold, in each language, as a text that parses to it', () => {
    fc.assert(
      fc.property(anyFilters, fc.boolean(), anyLocale, ({ attributes, valued, ...rest }, onlyDeleted, locale) => {
        const values = attributes.slice(0, valued).map(([, value]) => value)
        const given = {
          ...rest,
          attributes_keys: attributes.length === 0 ? null : attributes.map(([name]) => name),
          attributes_values: values.length === 0 ? null : values,
        }
        // The query as a URL holds it.
        const params = new URLSearchParams(serializeCustomerFilters(given))
        const expected: CustomerFilters = parseCustomerFilters(params).query
        const only = onlyDeleted && expected.since_datetime === null ? 'deleted' : null
        if (only) expected.include_deleted = false
        const printed = printSearchText({ ...expected, only }, { ...vocabulary, locale })
        const { parsed, problems } = parse(printed)
        const again = { ...noListFilters, ...parsed.filters }
        expect({ printed, problems, ...again }).toEqual({ printed, problems: [], ...expected, only })
        expect(parsed.record).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    [{ search: 'nora', type: 'company' as const, tag_id: tagIds.VIP }, 'nora type:company tag:VIP'],
    [{ tag_id: tagIds.Bedriftsavtale, include_deleted: true }, 'tag:"Stor avtale" deleted:included'],
    [{ attributes_keys: ['club', 'newsletter'], attributes_values: ['gold'] }, 'attr:club=gold attr:newsletter'],
    [{ search: '42140318' }, 'text:42140318'],
    [{ search: 'type:any' }, '"type:any"'],
    [{}, ''],
  ])('%j as %s', (some, printed) => {
    expect(printSearchText({ ...noListFilters, ...some }, vocabulary)).toBe(printed)
  })
})

describe('completion', () => {
  const at = (text: string, caret = text.length) =>
    completionsAt(text, caret, vocabulary).options.map(({ insert }) => insert)

  it.each([
    ['no', []],
    ['ta', ['tag:']],
    ['nora ty', ['type:']],
    ['type:c', ['type:customer', 'type:company', 'type:contact']],
    ['tag:', ['tag:VIP', 'tag:Medlem', 'tag:"Stor avtale"', 'tag:Dobbel', 'tag:Dobbel']],
    ['tag:st', ['tag:"Stor avtale"']],
    ['tag:"stor a', ['tag:"Stor avtale"']],
    ['tag:VIP', []],
    ['attr:n', ['attr:newsletter']],
    ['attr:newsletter=', ['attr:newsletter=true', 'attr:newsletter=false']],
    ['deleted:', ['deleted:hidden', 'deleted:included', 'deleted:only']],
    ['', ['nord type:company', 'tag:', 'since:7d', 'deleted:only']],
  ])('of %s', (text, options) => {
    expect(at(text)).toEqual(options)
  })

  it('offers all operators for a question mark', () => {
    expect(at('?')).toHaveLength(11)
  })

  it('offers only values without problems', () => {
    for (const text of ['type:', 'tag:', 'attr:', 'deleted:', 'since:', 'nora type:']) {
      const { from, options } = completionsAt(text, text.length, {
        ...vocabulary,
        tags: vocabulary.tags?.slice(0, 3) ?? [],
      })
      for (const { insert } of options)
        expect([insert, parse(text.slice(0, from) + insert).problems]).toEqual([insert, []])
    }
  })

  it('works at every caret position', () => {
    const unique = { ...vocabulary, tags: vocabulary.tags?.slice(0, 3) ?? [] }
    const texts = [
      'nora type:company',
      'tag:VIP nord',
      'deleted:yes attr:club=gold',
      'tag:"Stor avtale" nora',
      'since:7d type:any',
    ]
    for (const text of texts)
      for (let caret = 0; caret <= text.length; caret++) {
        const { from, to, options } = completionsAt(text, caret, unique)
        expect(from <= caret && caret <= to).toBe(true)
        for (const { insert, kind } of options) {
          const whole = text.slice(0, from) + insert + text.slice(to)
          const wrong = parseSearchText(whole, unique).problems.filter(
            ({ at }) => at >= from && at < from + insert.length,
          )
          // The name of an operator waits for its value.
          expect([text, caret, whole, kind === 'value' ? wrong : []]).toEqual([text, caret, whole, []])
        }
      }
  })
})
