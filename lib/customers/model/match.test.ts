import { describe, expect, it } from 'vitest'
import { formatPhone } from '@/lib/customers/format/format-phone'
import type { Customer } from '@/lib/customers/model/customer'
import { findMatch, findWordMatches, formattedLength } from '@/lib/customers/model/match'

const kari: Customer = {
  customer_id: 'K-100',
  type: 'customer',
  first_name: 'Kari',
  last_name: 'Nordmann',
  email: 'post@example.no',
  phone_number: '+4791240318',
}
const company: Customer = {
  customer_id: 'B-1',
  type: 'company',
  company: { business_name: 'Nordvik Rør AS' },
  first_name: 'Nora',
  last_name: 'Lien',
}

describe('findMatch', () => {
  it.each([
    ['kar', { field: 'name', start: 0, length: 3 }],
    ['NORD', { field: 'name', start: 5, length: 4 }],
    ['k-1', { field: 'customer_id', start: 0, length: 3 }],
    ['post@', { field: 'email', start: 0, length: 5 }],
    ['+4791', { field: 'phone', start: 0, length: 4 }],
    ['4791', { field: 'phone', start: 0, length: 4 }],
    ['mann', null],
    ['', null],
    [null, null],
  ])('%j', (search, expected) => {
    expect(findMatch(kari, search)).toEqual(expected)
  })

  it('marks the name of a company, and nothing where only its person matches', () => {
    expect(findMatch(company, 'nordvik')).toEqual({ field: 'name', start: 0, length: 7 })
    expect(findMatch(company, 'lien')).toBeNull()
  })
})

describe('findWordMatches', () => {
  const marked = (customer: Customer, search: string) =>
    findWordMatches(customer, search).map(({ field, start, length }) => {
      const text = { name: 'Kari Nordmann', customer_id: customer.customer_id, email: customer.email, phone: '' }[field]
      return `${field} ${text?.slice(start, start + length)}`
    })

  it.each([
    ['nordm KARI', ['name Kari', 'name Nordm']],
    ['Nordmann,kari', ['name Kari', 'name Nordmann']],
    ['k kari nord-mann', []],
    ['n no kari', ['name Kari', 'name No']],
    ['k-100 nord', ['name Nord', 'customer_id K-100']],
    ['kari post@ex', ['name Kari', 'email post@ex']],
    ['kari example', ['name Kari', 'email example']],
    ['kari ola', []],
    ['kari', []],
  ])('%s marks each word', (search, expected) => expect(marked(kari, search)).toEqual(expected))
})

it('counts the digits of a formatted phone', () => {
  expect(formatPhone('+4791240318')).toBe('+47 91 24 03 18')
  expect('+47 91 24 03 18'.slice(0, formattedLength('+47 91 24 03 18', 5))).toBe('+47 91 2')
  expect(formattedLength('+47', 9)).toBe(3)
  expect(formatPhone('call me')).toBe('call me')
})
