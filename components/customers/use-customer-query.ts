'use client'

import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { type CustomerFilters, customerQuery, customerView } from '@/lib/customers/customer-query'

const address = { ...customerQuery, ...customerView }

type History = { history?: 'push' | 'replace' }

/** The address as state: what is asked (`query`), what is open (`record`, `at`), and every way to change them. */
export function useCustomerQuery() {
  const [{ record, at, ...query }, set] = useQueryStates(address, { history: 'push', shallow: true })

  const change = useMemo(() => {
    const firstPage = { starting_after: null, at: null }
    return {
      /** Asks something else: the list begins again at its first page. */
      filter: (filters: Partial<CustomerFilters>, options?: History) => set({ ...filters, ...firstPage }, options),
      pageSize: (limit: number) => set({ limit, ...firstPage }),
      /** Goes to the page after a cursor; `at` is its ordinal. */
      page: (starting_after: string | null, at: number) => set({ starting_after, at }),
      firstPage: () => set(firstPage),
      open: (customerId: string | null) => set({ record: customerId }),
    }
  }, [set])
  return { query, record, at, change }
}

export type CustomerQueryChange = ReturnType<typeof useCustomerQuery>['change']
