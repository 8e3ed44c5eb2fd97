'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { firstReceipts, type ReceiptsPage, receiptQueries } from '@/lib/api/queries/receipts'
import type { Customer } from '@/lib/customers/model/customer'
import { formerIdsOf } from '@/lib/customers/model/identity-history'
import type { ReceiptSummary } from '@/lib/customers/receipts/receipt'

/** A receipt with the id under which it is kept: the customer's present one, or an earlier one. */
export type Purchase = ReceiptSummary & { customerId: string }

/** The purchases of a page of receipts. */
export const toPurchases = ({ receipts, customerId }: ReceiptsPage): Purchase[] =>
  receipts.map((receipt) => ({ ...receipt, customerId }))

/**
 * What a customer has bought, as far as it was read: first under the present id, and where that has little, under the earlier
 * ones at once. More is read when the person asks for older purchases.
 */
export function usePurchases(accountId: string, customer: Customer) {
  const formerIds = formerIdsOf(customer)
  const query = useInfiniteQuery(receiptQueries.list(accountId, customer.customer_id, formerIds))
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query
  const purchases = data?.pages.flatMap(toPurchases) ?? []
  const last = data?.pages.at(-1)
  // The receipts of an id have ended, so that the next page is that of an earlier one.
  const isFormerDue = last?.next === null && purchases.length < firstReceipts
  const pages = data?.pages.length ?? 0
  useEffect(() => {
    if (pages > 0 && isFormerDue && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [pages, isFormerDue, hasNextPage, isFetching, isError, fetchNextPage])
  return {
    query,
    purchases,
    /** The earlier ids that were read, and those that follow when the person asks for older purchases. */
    formerIds: {
      read: formerIds.slice(0, last?.at ?? 0),
      following: isFormerDue ? [] : formerIds.slice(last?.at ?? 0),
    },
  }
}
