import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import { compareSortValues, sortValue } from '@/lib/customers/columns/sort-values'
import type { Customer } from '@/lib/customers/model/customer'
import { en } from '@/lib/messages/en'

const types = ['integer', 'date', 'boolean', 'string'] as const
const settings = types.map((type) => attributeForTests(type, { type }))
const customer = (more: Partial<Customer>): Customer => ({ customer_id: 'K-1', type: 'customer', ...more })
const valueAt = (id: string, more: Partial<Customer>) => sortValue(id, customer(more), settings, en)
const sorted = <T extends string | number>(values: readonly T[]) => values.toSorted(compareSortValues)

describe('the order', () => {
  it('is Norwegian: æ, ø and å after z, aa as å, and numbers by size', () => {
    expect(sorted(['Åse', 'Øyvind', 'Ærlig', 'Zoe', 'anne', 'Anders'])).toEqual([
      'Anders',
      'anne',
      'Zoe',
      'Ærlig',
      'Øyvind',
      'Åse',
    ])
    expect(sorted(['Aasen', 'Berg', 'Ås'])).toEqual(['Berg', 'Ås', 'Aasen'])
    expect(sorted(['K-10', 'K-9', 'K-100'])).toEqual(['K-9', 'K-10', 'K-100'])
    expect(sorted([10, 9.5, -1, 100])).toEqual([-1, 9.5, 10, 100])
  })

  it('is an order, whatever a column holds', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer())
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        const [ab, ba, bc, ac] = [
          [a, b],
          [b, a],
          [b, c],
          [a, c],
        ].map(([x, y]) => Math.sign(compareSortValues(x, y)))
        expect(ab === undefined || ba === undefined ? null : ab + ba).toBe(0)
        if (ab !== undefined && ab <= 0 && bc !== undefined && bc <= 0) expect(ac).toBeLessThanOrEqual(0)
      }),
    )
  })
})

it.each<[string, Partial<Customer>, unknown]>([
  ['name', { first_name: 'Ola', last_name: 'Berg' }, 'Ola Berg'],
  ['name', {}, undefined],
  ['type', { type: 'company' }, 'Company'],
  ['email', { email: ' ' }, undefined],
  ['place', { addresses: [{ postal_place: 'Oslo' }] }, 'Oslo'],
  ['created', { created_at: '1970-01-01T00:00:01Z' }, 1000],
  ['deleted', {}, undefined],
  ['consent', { marketing_consent: { sms: { consent: true }, email: { consent: false } } }, 1],
  ['consent:letter', { marketing_consent: { letter: { consent: true } } }, 0],
  ['consent:letter', {}, 2],
  ['consent:letter', { deleted_at: '2026-01-01T00:00:00Z' }, undefined],
  ['attribute:integer', { attributes: { integer: 1280 } }, 1280],
  ['attribute:date', { attributes: { date: '1970-01-02' } }, 86_400_000],
  ['attribute:date', { attributes: { date: 'soon' } }, 'soon'],
  ['attribute:boolean', { attributes: { boolean: true } }, 0],
  ['attribute:string', { attributes: { string: ['b', 'a'] } }, 'b'],
  ['attribute:constructor', {}, undefined],
  ['of another version', {}, undefined],
])('the column %s of %j sorts by %j', (id, more, value) => {
  expect(valueAt(id, more)).toEqual(value)
})
