import { createRuleBook } from './discounts/rule-book'
import { createReceiptBook } from './receipts/receipt-book'
import { createCustomerReader } from './store/customer-reader'
import type { Store } from './store/store'
import { createCardBook } from './wallets/card-book'

/**
 * What other APIs keep by a `customer_id`. Nothing of it is stored: what belongs to a customer is made when it is requested, from
 * what the store has of the customer, and always the same. `hasOtherMaskedValues` gives other values in all that a masked role
 * of the app does not see.
 */
export function createAroundBooks(store: Store, hasOtherMaskedValues = false) {
  const customers = createCustomerReader(store)
  return {
    receipts: createReceiptBook(customers, hasOtherMaskedValues),
    cards: createCardBook(customers, hasOtherMaskedValues),
    rules: createRuleBook(customers, hasOtherMaskedValues),
  }
}

export type AroundBooks = ReturnType<typeof createAroundBooks>
