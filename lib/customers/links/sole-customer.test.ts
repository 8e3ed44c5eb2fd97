import { describe, expect, it } from 'vitest'
import { soleCustomer } from '@/lib/customers/links/sole-customer'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'

const phone_number = '+4742140318'
const byPhone = { phone_number, email: null }
const kari: Customer = { customer_id: 'K-1', type: 'contact', phone_number }
const company: Customer = { customer_id: 'B-1', type: 'company', phone_number: '+4722334455' }
const page = (customers: Customer[], more: Partial<CustomerPage> = {}): CustomerPage => ({
  customers,
  unreadable: [],
  next: null,
  ...more,
})

describe('soleCustomer', () => {
  it('is the only customer of the list, whatever is masked', () => {
    expect(soleCustomer(page([kari]), byPhone)).toBe(kari)
    expect(soleCustomer(page([{ ...kari, phone_number: '••••' }]), byPhone)?.customer_id).toBe('K-1')
  })

  it('is the contact who has the number, and not the company beside them', () => {
    expect(soleCustomer(page([company, kari]), byPhone)).toBe(kari)
  })

  it('is the one with the email, in any case', () => {
    const nora: Customer = { customer_id: 'N', type: 'customer', email: 'Nora@example.no' }
    expect(soleCustomer(page([company, nora]), { email: 'nora@example.no', phone_number: null })).toBe(nora)
  })

  it.each([
    ['nobody', page([])],
    ['two with the number', page([kari, { ...company, phone_number }])],
    ['two of whom none shows the number', page([company, { ...kari, phone_number: '••••' }])],
    [
      'one, and another who cannot be read',
      page([kari], { unreadable: [{ id: 'x', customer_id: 'x', reason: 'type' }] }),
    ],
    ['one, and more on the next page', page([kari], { next: { starting_after: 'x' } })],
  ])('is nobody among %s', (_, list) => {
    expect(soleCustomer(list, byPhone)).toBeNull()
  })
})
