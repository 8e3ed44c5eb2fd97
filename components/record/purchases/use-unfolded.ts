'use client'

import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Purchase } from '@/components/record/purchases/use-purchases'
import { receiptQueries } from '@/lib/api/queries/receipts'

/** Which receipts are unfolded, and the purchases with what these say of themselves: only a whole receipt has its status. */
export function useUnfolded(accountId: string, listed: readonly Purchase[]) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const opened = listed.filter(({ id }) => unfolded.has(id))
  const statuses = useQueries({
    queries: opened.map(({ customerId, id }) => ({
      ...receiptQueries.receipt(accountId, customerId, id),
      enabled: false,
    })),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }) =>
          data?.receipt.entry_status ? [[data.receipt.id, data.receipt.entry_status]] : [],
        ),
      ),
  })
  const toggle = (id: string) =>
    setUnfolded((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const purchases = listed.map((one) => ({ ...one, entry_status: statuses.get(one.id) ?? one.entry_status }))
  return { purchases, unfolded, toggle }
}
