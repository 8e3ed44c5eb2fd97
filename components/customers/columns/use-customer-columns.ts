'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useColumnLayout } from '@/components/customers/columns/use-column-layout'
import { type CustomerColumn, customerColumns } from '@/components/customers/table/customer-columns'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { useIntl } from '@/components/ui/intl'
import { lazyModule } from '@/components/ui/lazy-component'
import { accountQueries } from '@/lib/api/queries/account'
import { isTombstone } from '@/lib/customers/model/display-name'

const readLaidOut = lazyModule(() => import('@/components/customers/columns/laid-out-columns'))

/**
 * The columns of the list, as the product brings them, or as the person or the open view lays them out. What lays them out
 * loads only then: with the first HTML where it shows a layout. A new layout is shown once it is there.
 */
export function useCustomerColumns(accountId: string, rows: readonly CustomerRow[]): CustomerColumn[] {
  const { t, locale } = useIntl()
  const layout = useDeferredValue(useColumnLayout(accountId).layout)
  // Attributes have types, which their columns need.
  const settings = useQuery({ ...accountQueries.settings(accountId), enabled: layout.shown !== undefined })
  const attributes = settings.data?.attributes
  const isAnyGone = rows.some(({ customer }) => isTombstone(customer))
  const kind = rows.every(({ customer }) => isTombstone(customer)) ? 'tombstones' : isAnyGone ? 'all' : 'living'
  const own = customerColumns(locale)[kind]
  const laidOut = Object.keys(layout).length > 0 ? readLaidOut() : null
  return useMemo(
    () => laidOut?.laidOutColumns({ columns: own, layout, hasExtra: kind !== 'tombstones', attributes, t }) ?? own,
    [own, kind, laidOut, layout, attributes, t],
  )
}
