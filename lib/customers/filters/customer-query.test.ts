import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditEventKinds } from '@/lib/audit/event-kinds'
import {
  type CustomerQuery,
  customerQuery,
  isFiltered,
  noFilters,
  serializeCustomerQuery,
  toFilters,
} from '@/lib/customers/filters/customer-query'
import {
  parseCustomerFilters,
  parseCustomerQuery,
  parseCustomerSearchParams,
} from '@/lib/customers/filters/parse-customer-query'
import { customerTypeFilters } from '@/lib/customers/filters/type'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { recordSections } from '@/lib/customers/model/record-section'
import { en } from '@/lib/messages/en'
import { nb } from '@/lib/messages/nb'

const read = (text: string) => parseCustomerQuery(new URLSearchParams(text))
const problemsOf = (text: string) => read(text).problems.map(({ field, reason }) => `${field} ${reason}`)

const empty: CustomerQuery = { ...noFilters, limit: 25, starting_after: null, by_word: null }
const tagId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

describe('parsing a query', () => {
  it('accepts every parameter', () => {
    const text = `search=ola&email=Ola%40example.no&phone_number=%2B4799999999&type=any&tag_id=${tagId}&token_type=card&token_value=x&attributes_keys=club&attributes_keys=shoe+size&attributes_values=gold&include_deleted=true&limit=100&starting_after=${tagId}`
    expect(read(text)).toEqual({
      query: {
        search: 'ola',
        email: 'Ola@example.no',
        phone_number: '+4799999999',
        type: 'any',
        tag_id: tagId,
        token_type: 'card',
        token_value: 'x',
        attributes_keys: ['club', 'shoe size'],
        attributes_values: ['gold'],
        since_datetime: null,
        include_deleted: true,
        limit: 100,
        starting_after: tagId,
        match: null,
        by_word: null,
      },
      problems: [],
    })
    const since = '2026-11-20T14:59:03.108417Z'
    expect(read(`since_datetime=${since}`)).toEqual({ query: { ...empty, since_datetime: since }, problems: [] })
    const byWord = read(`search=ola+nordmann&starting_after=${tagId}&by_word=nordmann`)
    expect(byWord).toMatchObject({ query: { by_word: 'nordmann' }, problems: [] })
  })

  it('returns the defaults for an empty query string', () => {
    expect(read('')).toEqual({ query: empty, problems: [] })
  })

  it.each([
    ['limit=0', 'limit invalid'],
    ['limit=101', 'limit invalid'],
    ['limit=x', 'limit invalid'],
    ['limit=', 'limit invalid'],
    ['limit=1e2', 'limit invalid'],
    ['limit=-5', 'limit invalid'],
    ['limit=25.0', 'limit invalid'],
    ['type=person', 'type invalid'],
    ['type=Company', 'type invalid'],
    ['tag_id=vip', 'tag_id invalid'],
    ['email=ola', 'email invalid'],
    ['phone_number=99 99 99 99', 'phone_number invalid'],
    ['phone_number=%2B', 'phone_number invalid'],
    ['phone_number=2251751334555', 'phone_number invalid'],
    ['include_deleted=yes', 'include_deleted invalid'],
    [`search=${'x'.repeat(256)}`, 'search invalid'],
    ['starting_after=a/b', 'starting_after invalid'],
    ['since_datetime=2026-01-31', 'since_datetime invalid'],
    ['since_datetime=2026-13-31T00:00:00Z', 'since_datetime invalid'],
    ['attributes_keys=a,b', 'attributes_keys invalid'],
    ['attributes_keys=', 'attributes_keys invalid'],
    [`attributes_keys=${['a', 'b', 'c', 'd', 'e'].join('&attributes_keys=')}`, 'attributes_keys invalid'],
    ['attributes_values=gold', 'attributes_values invalid'],
    ['by_word=ola', 'by_word invalid'],
    ['only=deleted', 'only unknown'],
    ['sort=name', 'sort unknown'],
    ['record=K-1', 'record unknown'],
    ['__proto__=1', '__proto__ unknown'],
    ['constructor=1', 'constructor unknown'],
    ['search=a%00b', 'search invalid'],
    ['attributes_keys=a%00b', 'attributes_keys invalid'],
    ['email=%00a@example.no', 'email invalid'],
    ['type=any&type=any', 'type doubled'],
    ['search=a&search=b', 'search doubled'],
    ['limit=10&limit=x', 'limit doubled'],
  ])('reports %s as: %s', (text, problem) => {
    const { query } = read(text)
    expect(problemsOf(text)).toEqual([problem])
    // A wrong parameter sets nothing: the page shows the rows without it.
    expect(query).toEqual(empty)
  })

  it('describes a right value of each parameter', () => {
    expect(read('limit=0').problems).toEqual([{ field: 'limit', reason: 'invalid', expected: 'limit' }])
    for (const { expected } of [en, nb]) {
      const listed: [string, readonly string[]][] = [
        [expected.type, customerTypeFilters],
        [expected.section, recordSections],
        [expected.eventKind, auditEventKinds],
      ]
      for (const [text, choices] of listed) expect(text.split(/, | or | eller /)).toEqual([...choices])
    }
  })

  it('takes an empty search for a wrong one: it would find everybody', () => {
    for (const text of ['search=', 'search=+++'])
      expect(read(text)).toMatchObject({ query: empty, problems: [{ field: 'search', reason: 'invalid' }] })
  })

  it('accepts view parameters on the page only', () => {
    const params = new URLSearchParams('record=K-1&at=3&limit=50')
    expect(parseCustomerSearchParams(params).problems).toEqual([])
    expect(parseCustomerQuery(params).problems.map(({ field }) => field)).toEqual(['record', 'at'])
  })

  it('accepts filters only for a total', () => {
    expect(parseCustomerFilters(new URLSearchParams('search=ola&limit=10')).problems.map(({ field }) => field)).toEqual(
      ['limit'],
    )
  })

  it('never throws', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(fc.constantFrom(...Object.keys(customerQuery)), text), text)), (pairs) => {
        const { query } = parseCustomerQuery(new URLSearchParams(pairs))
        return query.limit >= 1 && query.limit <= 100
      }),
    )
  })
})

describe('serializing a query', () => {
  // A payment card number is refused.
  const noCard = (text: string) => !isPaymentCardNumber(text)
  const anyQuery = fc.record({
    search: fc.option(
      fc
        .string({ minLength: 1, maxLength: 255, unit: 'grapheme' })
        .filter((s) => s.trim() !== '' && s.length <= 255 && noCard(s)),
    ),
    match: fc.constant(null),
    email: fc.option(fc.emailAddress().filter((email) => email.length <= 320)),
    phone_number: fc.option(fc.stringMatching(/^\+?[1-9]\d{1,14}$/).filter(noCard)),
    type: fc.option(fc.constantFrom(...customerTypeFilters)),
    tag_id: fc.option(fc.uuid()),
    token_type: fc.option(fc.stringMatching(/^[\w ]{1,20}$/)),
    token_value: fc.option(fc.stringMatching(/^[\w =,]{1,20}$/)),
    attributes_keys: fc.constantFrom('club', 'æ=ø').map((name) => [name, 'points']),
    attributes_values: fc.option(fc.array(fc.stringMatching(/^[^,]{1,9}$/), { minLength: 1, maxLength: 2 })),
    since_datetime: fc.constant(null),
    by_word: fc.constant(null),
    include_deleted: fc.boolean(),
    limit: fc.integer({ min: 1, max: 100 }),
    starting_after: fc.option(fc.uuid()),
  })

  it('and parsing it again returns the same query', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(read(serializeCustomerQuery(query))).toEqual({ query, problems: [] })
      }),
    )
  })

  it('is canonical: one text per query, without defaults', () => {
    expect(serializeCustomerQuery(empty)).toBe('')
    const [a, b] = ['limit=50&search=ola&type=any', 'type=any&include_deleted=false&search=ola&limit=50']
    expect(serializeCustomerQuery(read(a).query)).toBe(serializeCustomerQuery(read(b).query))
    expect(serializeCustomerQuery({ ...empty, phone_number: '+4799999999' })).toBe('?phone_number=%2B4799999999')
  })
})

it('distinguishes a filtered list from an unfiltered one', () => {
  expect(isFiltered(toFilters(empty))).toBe(false)
  expect(isFiltered({ ...toFilters(empty), include_deleted: true })).toBe(true)
  expect(isFiltered({ ...toFilters(empty), search: 'a' })).toBe(true)
})
