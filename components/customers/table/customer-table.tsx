'use client'

import { useTable } from '@tanstack/react-table'
import { memo, type Ref } from 'react'
import styles from '@/components/customers/table/customer-cells.module.css'
import { customerColumns, customerFeatures } from '@/components/customers/table/customer-columns'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { type RowActions, RowActionsContext } from '@/components/customers/table/row-actions'
import wordsHead from '@/components/customers/table/words-head.module.css'
import { ListTable } from '@/components/list/list-table'
import { useIntl } from '@/components/ui/intl'
import { usePreferences } from '@/components/ui/page/preferences'
import { isTombstone } from '@/lib/customers/model/display-name'

type CustomerTableProps = {
  rows: CustomerRow[]
  tableRef: Ref<HTMLTableElement>
  /** The index of the keyboard's row. */
  currentIndex: number
  isStale: boolean
  actions: RowActions
  onOpen: (customerId: string) => void
}

const initialState = { columnPinning: { start: ['name'], end: [] } }

const getRowAttributes = ({ customer, beginsByWord }: CustomerRow) => ({
  className: beginsByWord === null ? styles.row : `${styles.row} ${wordsHead.row}`,
  'data-customer': customer.customer_id,
  'data-gone': isTombstone(customer) ? '' : undefined,
})

/** The customers as a table whose names are links to their records. */
export const CustomerTable = memo(function CustomerTable(props: CustomerTableProps) {
  const { rows, tableRef, actions, onOpen, ...rest } = props
  const { t, locale } = useIntl()
  const { density } = usePreferences().preferences
  const isOnlyGone = rows.every(({ customer }) => isTombstone(customer))
  const columns = customerColumns(locale)[isOnlyGone ? 'tombstones' : 'all']
  const table = useTable({ features: customerFeatures, columns, data: rows, initialState })
  return (
    <RowActionsContext value={actions}>
      <ListTable
        {...rest}
        ref={tableRef}
        table={table}
        density={density}
        caption={t.table.caption}
        getRowAttributes={getRowAttributes}
        onOpen={({ customer }) => onOpen(customer.customer_id)}
        restClassName={isOnlyGone ? '' : styles.rest}
      />
    </RowActionsContext>
  )
})
