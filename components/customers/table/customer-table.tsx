'use client'

import { useTable } from '@tanstack/react-table'
import { memo, type Ref } from 'react'
import styles from '@/components/customers/table/customer-cells.module.css'
import { customerColumns, customerFeatures } from '@/components/customers/table/customer-columns'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { type RowActions, RowActionsContext } from '@/components/customers/table/row-actions'
import { ListTable } from '@/components/list/list-table'
import { useIntl } from '@/components/ui/intl'
import { isTombstone } from '@/lib/customers/model/display-name'
import type { Density } from '@/lib/preferences'

type CustomerTableProps = {
  rows: CustomerRow[]
  tableRef: Ref<HTMLTableElement>
  /** The index of the keyboard's row. */
  currentIndex: number
  isStale: boolean
  density: Density
  actions: RowActions
  onOpen: (customerId: string) => void
}

const initialState = { columnPinning: { start: ['name'], end: [] } }

const getRowAttributes = ({ customer }: CustomerRow) => ({
  className: styles.row,
  'data-customer': customer.customer_id,
  'data-gone': isTombstone(customer) ? '' : undefined,
})

/** The customers as a table whose names are links to their records. */
export const CustomerTable = memo(function CustomerTable(props: CustomerTableProps) {
  const { rows, tableRef, actions, onOpen, ...rest } = props
  const { t } = useIntl()
  const table = useTable({ features: customerFeatures, columns: customerColumns, data: rows, initialState })
  return (
    <RowActionsContext value={actions}>
      <ListTable
        {...rest}
        ref={tableRef}
        table={table}
        caption={t.table.caption}
        getRowAttributes={getRowAttributes}
        onOpen={({ customer }) => onOpen(customer.customer_id)}
        restClassName={styles.rest}
      />
    </RowActionsContext>
  )
})
