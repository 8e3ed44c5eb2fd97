import type { Customer } from '../customer'
import { ordinalsPerAccount } from './schema'
import type { Store } from './store'

/** A customer with its position in its account, from 0. */
export type PlacedCustomer = { customer: Customer; position: number }

export type CustomerReader = ReturnType<typeof createCustomerReader>

/** Reads the customers that other APIs keep something of. `account` is the number of an account in the store. */
export function createCustomerReader(store: Store) {
  const at = (account: number, position: number): PlacedCustomer | undefined => {
    const body = store.body(account * ordinalsPerAccount + position)
    if (body === undefined) return undefined
    const customer: Customer = JSON.parse(body)
    // The smallest customer that the contract allows has no id and no time.
    const { id = customer.customer_id, created_at = '2018-03-01T10:00:00.000Z' } = customer
    return { customer: { ...customer, id, created_at }, position }
  }
  return {
    at,
    byId(account: number, customerId: string): PlacedCustomer | undefined {
      const ordinal = store.ordinalOfCustomer(account, customerId)
      return ordinal === undefined ? undefined : at(account, ordinal - account * ordinalsPerAccount)
    },
  }
}
