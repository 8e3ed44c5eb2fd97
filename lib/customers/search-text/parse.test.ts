import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noListFilters, serializeCustomerFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerFilters } from '@/lib/customers/filters/parse-customer-query'
import { hasOperators, parseSearchText } from '@/lib/customers/search-text/parse'
import { tagIds, vocabulary } from '@/lib/customers/search-text/vocabulary-for-tests'
import { people } from '@/lib/sandbox/seed/seed'

const parse = (text: string) => parseSearchText(text, vocabulary)
const filters = (text: string) => {
  const { parsed, problems } = parse(text)
  expect(problems).toEqual([])
  return parsed.filters
}

describe('a phone number', () => {
  it.each([
    '42140318',
    '42 14 03 18',
    '421 40 318',
    '421.40.318',
    '42-14-03-18',
    '+4742140318',
    '+47 42 14 03 18',
    '+47 421 40 318',
    '0047 42140318',
    '004742140318',
    '4742140318',
    '47 42 14 03 18',
    '(+47) 42 14 03 18',
    '+47-421-40-318',
    'tel:+4742140318',
    '\u202a+47 42140318\u202c',
    '42\u00a014\u00a003\u00a018',
    '４２１４０３１８',
    ' 42140318 ',
  ])('is recognised in %j', (text) => {
    expect(filters(text)).toEqual({ phone_number: '+4742140318' })
  })

  it.each([
    ['+46 70 123 45 67', '+46701234567'],
    ['0044 20 7946 0018', '+442079460018'],
    ['+1 (202) 555-0143', '+12025550143'],
  ])('of another country is recognised in %s', (text, phone_number) => {
    expect(filters(text)).toEqual({ phone_number })
  })

  it.each([
    ['21490', '21490'],
    ['+47 421', '+47421'],
    ['421 40', '+4742140'],
    ['4214 03', '+47421403'],
    ['4242', '4242'],
  ])('that is incomplete stays a search: %s', (text, search) => {
    expect(filters(text)).toEqual({ search })
  })
})

describe('a text is interpreted as', () => {
  it.each([
    ['an email', ' Kari.Nordmann@Example.NO ', { email: 'Kari.Nordmann@Example.NO' }, 'email'],
    ['an email with a name', 'Kari Nordmann <kari@example.no>', { email: 'kari@example.no' }, 'email'],
    ['an email from a link', 'mailto:kari@example.no', { email: 'kari@example.no' }, 'email'],
    ['an email at the end of a sentence', 'kari@example.no.', { email: 'kari@example.no' }, 'email'],
    ['an email that is not whole', 'kari@', { search: 'kari@' }, 'plain'],
    ['an id', 'K-214907', { search: 'K-214907' }, 'id'],
    ['an id with a slash', 'nr/7', { search: 'nr/7' }, 'id'],
    ['a name', 'nora', { search: 'nora' }, 'plain'],
    ['two words', 'ola   nordmann', { search: 'ola nordmann' }, 'words'],
    ['a phone in quotes', '"42 14 03 18"', { phone_number: '+4742140318' }, 'phone'],
    ['an email in quotes', '"kari@example.no"', { email: 'kari@example.no' }, 'email'],
    ['an id in quotes', '"K-214907"', { search: 'K-214907' }, 'id'],
    ['a phrase in quotes', '"nora vip"', { search: 'nora vip' }, 'plain'],
    ['an operator in quotes', '"type:company"', { search: 'type:company' }, 'plain'],
    ['a quote within', '5" rør', { search: '5" rør' }, 'id'],
    ['wild characters', '100% _ & ?', { search: '100% _ & ?' }, 'words'],
    ['nothing', '   ', {}, 'none'],
    ['the last four of a card', '4417', { search: '4417' }, 'plain'],
  ] as const)('%s: %j', (_, text, wanted, interpretation) => {
    expect(filters(text)).toEqual(wanted)
    expect(parse(text).parsed.interpretation).toBe(
      interpretation === 'id' && text.includes(' ') ? 'words' : interpretation,
    )
  })

  it('a record, for a UUID, id: or a URL of the back office', () => {
    const id = people.generatedId.customer_id
    expect(parse(id).parsed).toEqual({ filters: { search: id }, record: id, interpretation: 'uuid' })
    expect(parse('id:"a b/c"').parsed).toEqual({ filters: {}, record: 'a b/c', interpretation: 'none' })
    expect(parse('https://backoffice.dintero.com/T12345678/customers/K%2D1').parsed).toMatchObject({
      account: 'T12345678',
      record: 'K-1',
    })
    expect(parse('https://backoffice.dintero.com/P12345678/customers').parsed).toEqual({
      filters: {},
      account: 'P12345678',
      interpretation: 'address',
    })
  })

  it('operators beside words', () => {
    expect(filters('nord type:company tag:vip deleted:yes since:7d')).toEqual({
      search: 'nord',
      type: 'company',
      tag_id: tagIds.VIP,
      include_deleted: true,
      only: null,
      since_datetime: '2026-11-13T15:30:00Z',
    })
    expect(filters('TAG:"stor avtale" token:membership_card=24=00')).toEqual({
      tag_id: tagIds.Bedriftsavtale,
      token_type: 'membership_card',
      token_value: '24=00',
    })
    expect(filters('attr:newsletter attr:club=gold attr:"my phone"="42 14 03 18"')).toEqual({
      attributes_keys: ['club', 'my phone', 'newsletter'],
      attributes_values: ['gold', '42 14 03 18'],
    })
    expect(filters('attr:"my phone"=42140318')).toMatchObject({ attributes_values: ['+4742140318'] })
    expect(parse('deleted:only').parsed).toMatchObject({ filters: { only: 'deleted', include_deleted: false } })
    expect(parse('deleted:no').parsed).toMatchObject({ filters: { only: null, include_deleted: false } })
    expect(hasOperators('nora type:company')).toBe(true)
    expect(hasOperators('nora https://x.no "type:company"')).toBe(false)
  })

  it.each([
    ['2026-01-31', '2026-01-30T23:00:00Z'],
    ['2026-07-01T10:00', '2026-07-01T08:00:00Z'],
    ['2026-01-31T08:00:00Z', '2026-01-31T08:00:00Z'],
    ['2026-01-31T08:00:00.123456+01:00', '2026-01-31T08:00:00.123456+01:00'],
    ['2026-01-31T08:00Z', '2026-01-31T08:00:00Z'],
    // Clocks go on from 02:00 to 03:00, and back from 03:00 to 02:00.
    ['2026-03-29T02:30', '2026-03-29T01:30:00Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['2h', '2026-11-20T13:30:00Z'],
    ['1y', '2025-11-20T15:30:00Z'],
  ])('since:%s', (text, since_datetime) => {
    expect(filters(`since:${text}`)).toEqual({ since_datetime })
  })
})

describe('problems are reported at their position', () => {
  it.each([
    ['type:', 'no_value', 'type:'],
    ['type:robot', 'invalid', 'type:robot'],
    ['text:42140318 nora', 'doubled', 'nora'],
    ['text:4242424242424242', 'payment_card', 'text:4242424242424242'],
    ['nora colour:red', 'unknown_operator', 'colour:red'],
    ['tag:VIPP', 'unknown_tag', 'tag:VIPP'],
    ['tag:dobbel', 'ambiguous_tag', 'tag:dobbel'],
    ['type:any type:other', 'doubled', 'type:other'],
    ['ola OR kari', 'not_offered', 'OR'],
    ['ola AND kari', 'not_offered', 'AND'],
    ['nora -vip', 'not_offered', '-vip'],
    ['nor*', 'not_offered', 'nor*'],
    ['since:2026-01-01..2026-02-01', 'not_offered', 'since:2026-01-01..2026-02-01'],
    ['since:yesterday', 'invalid', 'since:yesterday'],
    ['since:2026-02-30', 'invalid', 'since:2026-02-30'],
    ['phone:12', 'not_a_phone', 'phone:12'],
    ['email:kari', 'invalid', 'email:kari'],
    ['attr:clubb', 'unknown_attribute', 'attr:clubb'],
    ['attr:points=many', 'attribute_type', 'attr:points=many'],
    ['attr:born=1.1.2000', 'attribute_type', 'attr:born=1.1.2000'],
    ['attr:club=a,b', 'comma', 'attr:club=a,b'],
    ['attr:club=', 'no_value', 'attr:club='],
    ['attr:"1" attr:"2" attr:"3" attr:"4" attr:"5"', 'too_many_attributes', 'attr:"5"'],
    ['token:=', 'no_value', 'token:='],
    ['tag:"VIP', 'open_quote', '"'],
    ['4242 4242 4242 4242', 'payment_card', '4242 4242 4242 4242'],
    ['phone:4242424242424242', 'payment_card', 'phone:4242424242424242'],
    ['"4242424242424242"', 'payment_card', '"4242424242424242"'],
    ['"no\ud800ra"', 'invisible', '\ud800'],
    ['https://example.no/customers', 'unknown_address', 'https://example.no/customers'],
    ['https://backoffice.dintero.com/', 'no_account_in_address', 'https://backoffice.dintero.com/'],
    ['deleted:only since:7d', 'not_together', 'deleted:only'],
  ])('%s: %s', (text, kind, place) => {
    const { problems } = parse(text)
    expect(problems.map((problem) => [problem.kind, text.slice(problem.at, problem.at + problem.length)])).toEqual([
      [kind, place],
    ])
  })

  it('a card number is accepted as a token or an id', () => {
    expect(filters('token:payment_card=4242424242424242')).toMatchObject({ token_value: '4242424242424242' })
    expect(parse('id:4242424242424242')).toMatchObject({ parsed: { record: '4242424242424242' }, problems: [] })
  })

  it('a text of 10,000 characters is refused', () => {
    expect(parse('a '.repeat(5000)).problems).toMatchObject([{ kind: 'too_long' }])
    expect(parse('a'.repeat(256)).problems).toMatchObject([{ kind: 'too_long', expected: ['255'] }])
  })

  it('parsing never throws, and problems stay within the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(' ', ...'tag: attr: since: type: " \\ = : - * OR +47 4242424242424242 @'.split(' ')),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        for (const { at, length } of parse(text).problems) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at + length).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('filters without a problem can be written to a URL and parsed again', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        ...[
          'type:any ',
          'tag:VIP ',
          'attr:',
          'since:1d ',
          'token:',
          '"',
          '\\',
          '=',
          ' ',
          '@',
          '.no',
          '+47',
          '42140318',
        ],
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const { parsed, problems } = parse(pieces.join(''))
        if (problems.length > 0) return
        const { only: _, ...wanted } = { ...noListFilters, ...parsed.filters }
        const params = new URLSearchParams(serializeCustomerFilters(wanted))
        expect(parseCustomerFilters(params)).toEqual({ query: wanted, problems: [] })
      }),
      { numRuns: 3000 },
    )
  })
})
