import { accounts } from '../seed/seed'
import type { CustomerReader, PlacedCustomer } from '../store/customer-reader'
import { type ReceiptHead, receiptsOf } from './generate-receipts'
import { withOtherReceiptValues } from './other-receipt-values'
import { numbersPerCustomer, type Owner, ownersOf } from './owner'
import type { Receipt } from './receipt'
import { formerIds } from './seed-owners'
import { namedReceipts } from './seed-receipts'

const named: readonly Receipt[] = Object.values(namedReceipts)

const toHead = (receipt: Receipt): ReceiptHead => ({
  id: receipt.id,
  created_at: receipt.created_at,
  number: receipt.receipt_id ?? '',
  make: () => receipt,
})

/** The receipts of all customers. */
export function createReceiptBook(customers: CustomerReader, hasOtherMaskedValues: boolean) {
  const ownersAt = (found: PlacedCustomer | undefined): Owner[] =>
    found ? ownersOf(found.customer, found.position) : []

  const seen = (head: ReceiptHead): ReceiptHead =>
    hasOtherMaskedValues ? { ...head, make: () => withOtherReceiptValues(head.make()) } : head

  return {
    /** The receipts under an id, in no order; `undefined` where the account has no such customer and never had. */
    of(account: number, accountId: string, customerId: string): ReceiptHead[] | undefined {
      const isTest = accountId === accounts.test
      const present = isTest ? formerIds.find(({ id }) => id === customerId)?.of : undefined
      const found = customers.byId(account, present ?? customerId)
      if (!found) return undefined
      const owner = ownersAt(found).find((one) => one.customerId === customerId)
      const own = isTest ? named.filter(({ customer_id }) => customer_id === customerId).map(toHead) : []
      return [...own, ...(owner ? receiptsOf(owner) : [])].map(seen)
    },

    /** The receipts of all customers with this number of the till. */
    byNumber(account: number, accountId: string, number: string): Receipt[] {
      const own = accountId === accounts.test ? named.filter(({ receipt_id }) => receipt_id === number).map(toHead) : []
      const position = /^\d{4,12}$/.test(number) ? Math.floor(Number(number) / numbersPerCustomer) - 1 : -1
      const owners = position < 0 ? [] : ownersAt(customers.at(account, position))
      const generated = owners.flatMap(receiptsOf).filter((head) => head.number === number)
      return [...own, ...generated].map((head) => seen(head).make())
    },
  }
}
