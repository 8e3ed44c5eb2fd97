'use client'

import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { type CustomerFilters, customerQuery, customerView } from '@/lib/customers/customer-query'

const firstPage = { starting_after: null, at: null }

type History = { history?: 'push' | 'replace' }

/** The address as state: what is asked (`query`), what is open (`record`, `at`), and every way to change them. */
export function useCustomerQuery() {
  const [query, setQuery] = useQueryStates(customerQuery, { history: 'push', shallow: true })
  const [{ record, at }, setView] = useQueryStates(customerView, { history: 'push', shallow: true })

  const change = useMemo(
    () => ({
      /** Asks something else: the list begins again at its first page. */
      filter: (filters: Partial<CustomerFilters>, { history = 'push' }: History = {}) => {
        void setView({ at: null }, { history })
        return setQuery({ ...filters, starting_after: null }, { history })
      },
      pageSize: (limit: number) => {
        void setView({ at: null })
        return setQuery({ limit, starting_after: null })
      },
      /** Goes to the page after a cursor; `at` is its ordinal. */
      page: (starting_after: string | null, at: number) => {
        void setView({ at: at === 1 ? null : at })
        return setQuery({ starting_after })
      },
      firstPage: () => {
        void setView({ at: firstPage.at })
        return setQuery({ starting_after: firstPage.starting_after })
      },
      open: (customerId: string | null) => setView({ record: customerId }),
    }),
    [setQuery, setView],
  )
  return { query, record, at, change }
}

export type CustomerQueryChange = ReturnType<typeof useCustomerQuery>['change']
