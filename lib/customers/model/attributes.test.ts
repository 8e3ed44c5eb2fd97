import { describe, expect, it } from 'vitest'
import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import { listAttributes } from '@/lib/customers/model/attributes'
import type { AttributeSetting } from '@/lib/customers/model/customer'

const customer = (attributes: Record<string, unknown>) => ({ customer_id: 'x', type: 'customer' as const, attributes })

describe('listAttributes', () => {
  it('lists declared attributes in the order of the account, then the others in the order of Dintero', () => {
    const read = listAttributes(customer({ z: 1, b: 'b', a: 'a' }), [
      attributeForTests('a'),
      attributeForTests('missing'),
      attributeForTests('b'),
    ])
    expect(read.map(({ name, declared }) => [name, declared !== null])).toEqual([
      ['a', true],
      ['b', true],
      ['z', false],
    ])
  })

  it.each<[AttributeSetting['type'], unknown[], unknown[]]>([
    ['string', ['', 'text'], [1, true, {}]],
    ['integer', [0, -7], [1.5, '1', true]],
    ['real', [1, 1.5], ['1.5', true]],
    ['boolean', [true, false], ['true', 0]],
    ['phonenumber', ['+4799999999', '22 33 44 55'], ['nobody', 4799999999, '+']],
    ['email', ['a@b.no'], ['a', 'a@b@c', 7]],
    ['date', ['2024-02-29'], ['2023-02-29', '2024-02-29T00:00:00Z', 20240229]],
    ['date-time', ['2024-02-29T10:00:00Z'], ['soon', 0]],
  ])('accepts and refuses values of the type %s', (type, right, wrong) => {
    const isOfType = (value: unknown) =>
      listAttributes(customer({ a: value }), [attributeForTests('a', { type })])[0]?.isOfType
    for (const value of [...right, null]) expect([value, isOfType(value)]).toEqual([value, true])
    for (const value of [...wrong, right]) expect([value, isOfType(value)]).toEqual([value, false])
  })

  it('accepts a list only where the account allows several values', () => {
    const many = attributeForTests('a', { type: 'integer', multiple_values: true })
    const isOfType = (value: unknown) => listAttributes(customer({ a: value }), [many])[0]?.isOfType
    expect([isOfType([1, 2]), isOfType([]), isOfType(1), isOfType([1, 'x'])]).toEqual([true, true, true, false])
  })

  it('handles attributes that are named like a property of every object', () => {
    expect(listAttributes(customer({}), [attributeForTests('constructor'), attributeForTests('__proto__')])).toEqual([])
  })
})
