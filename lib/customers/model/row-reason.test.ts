import { expect, it } from 'vitest'
import type { Customer } from '@/lib/customers/model/customer'
import { hiddenName, rowReasons } from '@/lib/customers/model/row-reason'

const row = (customer_id: string, rest: Partial<Customer> = {}): Customer => ({
  customer_id,
  type: 'customer',
  ...rest,
})

it('names the contact that brought a company, and counts the customers of a contact', () => {
  const reasons = rowReasons([
    row('B-1', { type: 'company' }),
    row('C-1', {
      type: 'contact',
      first_name: 'Kari',
      last_name: 'N.',
      contact_for: [{ customer_id: 'B-1' }, { customer_id: 'B-2' }],
    }),
  ])
  expect(reasons.get('B-1')).toEqual({ kind: 'through_contact', name: 'Kari N.' })
  expect(reasons.get('C-1')).toEqual({ kind: 'contact_of', count: 2 })
})

it('names the other types that have the same email, whatever its case', () => {
  const reasons = rowReasons([
    row('K-1', { email: 'A@example.no' }),
    row('B-1', { type: 'company', email: 'a@EXAMPLE.no' }),
    row('K-2', { email: 'b@example.no' }),
  ])
  expect(reasons.get('K-1')).toEqual({ kind: 'email_also_on', types: ['company'] })
  expect(reasons.get('B-1')).toEqual({ kind: 'email_also_on', types: ['customer'] })
  expect(reasons.has('K-2')).toBe(false)
})

it('uses matched contacts of other pages', () => {
  const company: Customer = { customer_id: 'B-1', type: 'company' }
  const contact: Customer = {
    customer_id: 'C-1',
    type: 'contact',
    first_name: 'Nora',
    contact_for: [{ customer_id: 'B-1' }],
  }
  expect(rowReasons([company]).get('B-1')).toBeUndefined()
  expect(rowReasons([company], [contact]).get('B-1')).toEqual({ kind: 'through_contact', name: 'Nora' })
})

it('finds a name that the row does not show', () => {
  const company: Customer = {
    customer_id: 'B-1',
    type: 'company',
    first_name: 'Nora',
    company: { business_name: 'Fjord AS' },
  }
  expect(hiddenName(company, ' NOR')).toBe('Nora')
  expect(hiddenName(company, 'kari')).toBeNull()
  expect(hiddenName(company, 'nora fjord')).toBe('Nora')
  expect(hiddenName(company, 'as fjord')).toBeNull()
})
