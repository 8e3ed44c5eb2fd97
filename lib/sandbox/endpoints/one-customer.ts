import { notFound } from '../api-error'
import type { CustomerRecord } from '../customer'
import type { Store } from '../store/store'
import { endpoint } from './endpoint'

const one = '/accounts/{aid}/customers/users/{customer_id}'

/** One customer by its `customer_id`; 200 with the tombstone of a deleted one (contract, "Assumed"). */
export const oneCustomer = endpoint({
  path: one,
  summary: 'One customer',
  parameters: {},
  answer({ store, account, customerId }) {
    const body = store.customer(account, customerId)
    if (body === undefined) throw notFound('No such customer')
    return { body }
  },
})

export const customerTags = endpoint({
  path: `${one}/tags`,
  summary: 'Tags of a customer',
  parameters: {},
  answer({ store, account, customerId }) {
    const carried = new Set(beside(store, account, customerId).tags)
    const all: { id: string }[] = JSON.parse(store.tags(account))
    return { body: JSON.stringify(all.filter((tag) => carried.has(tag.id))) }
  },
})

/** What is kept beside a customer; 404 where there is no such customer. */
export function beside(store: Store, account: number, customerId: string): Omit<CustomerRecord, 'customer'> {
  const text = store.beside(account, customerId)
  if (text === undefined) throw notFound('No such customer')
  return JSON.parse(text)
}
