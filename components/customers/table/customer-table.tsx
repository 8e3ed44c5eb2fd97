'use client'

import { useTable } from '@tanstack/react-table'
import { Activity, memo, type Ref, useContext, useState } from 'react'
import { useColumnLayout } from '@/components/customers/columns/use-column-layout'
import { useCustomerColumns } from '@/components/customers/columns/use-customer-columns'
import styles from '@/components/customers/table/customer-cells.module.css'
import { customerFeatures } from '@/components/customers/table/customer-columns'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { type RowActions, RowActionsContext } from '@/components/customers/table/row-actions'
import { SortingContext } from '@/components/customers/table/sorting-context'
import wordsHead from '@/components/customers/table/words-head.module.css'
import type { ColumnSizes } from '@/components/list/list-features'
import { ListTable } from '@/components/list/list-table'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { usePreferences } from '@/components/ui/page/preferences'
import { toColumnSizes } from '@/lib/customers/columns/column-sizes'
import { isTombstone } from '@/lib/customers/model/display-name'

const CustomerColumnEdge = lazyComponent(
  () => import('@/components/customers/columns/customer-column-edge'),
  (all) => all.CustomerColumnEdge,
)

type CustomerTableProps = {
  accountId: string
  /** Whether the person sees contact data masked. */
  isMasked: boolean
  rows: CustomerRow[]
  /** How many of the rows are drawn; all of them where it is not given. */
  drawnCount?: number
  tableRef: Ref<HTMLTableElement>
  /** The index of the keyboard's row. */
  currentIndex: number
  isStale: boolean
  /** What the rows are the answer to. */
  answerKey: string
  actions: RowActions
  onOpen: (customerId: string) => void
}

const getRowAttributes = ({ customer, beginsByWord }: CustomerRow) => ({
  className: beginsByWord === null ? styles.row : `${styles.row} ${wordsHead.row}`,
  'data-customer': customer.customer_id,
  'data-gone': isTombstone(customer) ? '' : undefined,
})

/**
 * The customers as a table whose names are links to their records. React hydrates what stands in an `Activity` after the
 * rest of the page, so that the search box takes keys before 100 rows are hydrated; `memo` keeps it so, as new props
 * would be a reason to hydrate at once.
 */
export const CustomerTable = memo(function CustomerTable(props: CustomerTableProps) {
  return (
    <Activity>
      <Table {...props} />
    </Activity>
  )
})

function Table(props: CustomerTableProps) {
  const { accountId, isMasked, rows, tableRef, actions, onOpen, ...rest } = props
  const { t } = useIntl()
  const { density } = usePreferences().preferences
  const sorting = useContext(SortingContext)
  const { layout } = useColumnLayout(accountId)
  const [draggedSizes, setDraggedSizes] = useState<ColumnSizes | null>(null)
  const columns = useCustomerColumns(accountId, rows)
  const table = useTable({ features: customerFeatures, columns, data: rows, meta: { isMasked } })
  const sizes = draggedSizes ?? toColumnSizes(layout.widths)
  const isSized = rows.every(({ customer }) => isTombstone(customer)) || Object.keys(sizes).length > 0
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
        sizes={sizes}
        getHeadAttributes={sorting?.getAttributes}
        renderHeadTools={(columnId) => (
          <CustomerColumnEdge accountId={accountId} columnId={columnId} onDrag={setDraggedSizes} />
        )}
        // Columns of a set width leave what remains to the empty one.
        restClassName={isSized ? '' : styles.rest}
      />
    </RowActionsContext>
  )
}
