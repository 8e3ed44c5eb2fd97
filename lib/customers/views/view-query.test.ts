import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { productViewQuery, productViews } from '@/lib/customers/views/product-views'
import { mayHoldContact, parseViewQuery, withoutContactValues } from '@/lib/customers/views/view-query'

describe('the query of a view', () => {
  it('holds the filters in their order, and no page and no open record', () => {
    expect(parseViewQuery('?view=new&type=company&search=nor&limit=50&at=3&record=K-1')).toMatchObject({
      query: 'search=nor&type=company',
      leftOut: [],
    })
  })

  it('names what is not understood, and keeps the rest', () => {
    expect(parseViewQuery('type=firm&colour=red&search=nor')).toMatchObject({
      query: 'search=nor',
      leftOut: ['type', 'colour'],
    })
  })

  it('is the same when it is parsed again, whatever it was', () => {
    const name = fc.constantFrom('search', 'type', 'tag_id', 'attributes_keys', 'only', 'since_datetime', 'match', 'x')
    const pairs = fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 6 })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pairs.map((all) => `${new URLSearchParams(all)}`),
        ),
        (text) => {
          const { query } = parseViewQuery(text)
          expect(parseViewQuery(query)).toMatchObject({ query, leftOut: [] })
        },
      ),
    )
  })

  it('shows nobody an email, a number or a token of a colleague’s search, whatever stands around it', () => {
    const digits = fc.stringMatching(/^[1-9]\d{5,13}$/)
    const email = fc.emailAddress()
    const around = fc.constantFrom('', 'nora ', 'tlf: ', '(')
    const search = fc
      .tuple(around, fc.oneof(digits, email))
      .map(([before, value]) => ({ value, search: before + value }))
    fc.assert(
      fc.property(search, digits, (typed, number) => {
        const stored = new URLSearchParams({
          search: typed.search,
          phone_number: number,
          token_value: number,
          type: 'any',
        })
        const { query } = withoutContactValues(parseViewQuery(stored.toString()))
        expect(query).toBe('type=any')
      }),
    )
  })
})

it.each(['Oslo', 'Nora Bjørgum', 'Top 100', 'Bjørn-Åge', 'A/S Firma'])('%j is no contact data', (text) => {
  expect(mayHoldContact(text)).toBe(false)
})

it('every view of the product is a valid query in canonical form, the same all day', () => {
  const [morning, evening] = [Date.parse('2026-11-27T00:00:01Z'), Date.parse('2026-11-27T23:59:59Z')]
  for (const view of productViews) {
    const query = productViewQuery(view, morning)
    expect(parseViewQuery(query)).toMatchObject({ query, leftOut: [] })
    expect(productViewQuery(view, evening)).toBe(query)
  }
  expect(productViewQuery('new', morning)).toBe('since_datetime=2026-11-20T00:00:00Z')
})
