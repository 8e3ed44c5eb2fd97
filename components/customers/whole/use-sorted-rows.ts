'use client'

import { useQuery } from '@tanstack/react-query'
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useCallback, useMemo, useState } from 'react'
import { useColumnLayout } from '@/components/customers/columns/use-column-layout'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { accountQueries } from '@/lib/api/queries/account'
import { readableColumns, rowMatcher, rowText } from '@/lib/customers/columns/readable-columns'
import { compareSortValues, type SortValue, sortValue } from '@/lib/customers/columns/sort-values'
import type { AttributeSetting } from '@/lib/customers/model/customer'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const { accessor, columns: toColumns } = createColumnHelper<typeof features, CustomerRow>()
const noSettings: AttributeSetting[] = []

type SortedRowsOptions = { accountId: string; isMasked: boolean; rows: CustomerRow[]; filter: string; canSort: boolean }

/**
 * The rows that are loaded, sorted by a column and filtered by a text. React Table keeps the order: a press on a head sorts
 * upwards, then downwards, then as the API does.
 */
export function useSortedRows({ accountId, isMasked, rows, filter, canSort }: SortedRowsOptions) {
  const { t, locale, zone } = useIntl()
  const formatPhone = useFormatPhone()
  const { layout } = useColumnLayout(accountId)
  const settings = useQuery(accountQueries.settings(accountId)).data?.attributes
  const ids = useMemo(() => readableColumns(layout, settings, isMasked), [layout, settings, isMasked])
  const [sorting, setSorting] = useState<SortingState>([])
  const columns = useMemo(
    () =>
      toColumns(
        ids.map((id) =>
          accessor(({ customer }): SortValue => sortValue(id, customer, settings ?? noSettings, t), {
            id,
            sortFn: (a, b) => compareSortValues(a.getValue(id), b.getValue(id)),
            sortUndefined: 'last',
            sortDescFirst: false,
          }),
        ),
      ),
    [ids, settings, t],
  )
  const table = useTable({
    features,
    columns,
    data: rows,
    state: { sorting },
    onSortingChange: setSorting,
    enableMultiSort: false,
  })
  const sorted = table.getRowModel().rows
  const isFiltered = filter.trim() !== ''
  const texts = useMemo(() => {
    const writing = { t, locale, zone, formatPhone }
    return isFiltered ? new Map(rows.map((row) => [row, rowText(ids, row.customer, writing)])) : null
  }, [isFiltered, rows, ids, t, locale, zone, formatPhone])
  const found = useMemo(() => {
    const all = sorted.map(({ original }) => original)
    const isMatch = rowMatcher(filter)
    return texts ? all.filter((row) => isMatch(texts.get(row) ?? '')) : all
  }, [sorted, texts, filter])
  const toggleSort = useCallback((id: string) => table.getColumn(id)?.toggleSorting(), [table])
  return {
    rows: found,
    ids,
    sortedBy: canSort ? sorting[0] : undefined,
    toggleSort,
  }
}
