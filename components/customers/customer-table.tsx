'use client'

import { FlexRender, type Row, useTable } from '@tanstack/react-table'
import { type MouseEvent, memo, type ReactNode, useState, useSyncExternalStore } from 'react'
import { asking } from '@/components/customers/asking'
import { columnWidths, customerColumns, customerTableFeatures } from '@/components/customers/customer-columns'
import type { CustomerRow } from '@/components/customers/customer-row'
import styles from '@/components/customers/customer-table.module.css'
import { ActiveRowContext } from '@/components/customers/table-context'
import { useIntl } from '@/components/ui/intl'
import { isTombstone } from '@/lib/customers/display-name'
import type { Density } from '@/lib/preferences'

type CustomerTableProps = {
  rows: CustomerRow[]
  /** The `customer_id` of the keyboard's row. */
  cursor: string | null
  isStale: boolean
  density: Density
  onOpen: (customerId: string) => void
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

type TableRowProps = { row: Row<typeof customerTableFeatures, CustomerRow>; isCursor: boolean; isPointedAt: boolean }

const TableRow = memo(function TableRow({ row, isCursor, isPointedAt }: TableRowProps) {
  const { customer } = row.original
  return (
    <tr
      data-customer={customer.customer_id}
      data-cursor={isCursor ? '' : undefined}
      data-gone={isTombstone(customer) ? '' : undefined}
    >
      <ActiveRowContext value={isCursor || isPointedAt}>
        {row.getAllCells().map((cell) => (
          <td key={cell.id} className={styles[cell.column.id]}>
            <FlexRender cell={cell} />
          </td>
        ))}
      </ActiveRowContext>
      <td className={styles.rest} aria-hidden="true" />
    </tr>
  )
})

type BusyProps = Pick<CustomerTableProps, 'isStale' | 'density'> & { isScrolled: boolean; children: ReactNode }

/** The table around its rows, which are not drawn again to turn pale. */
function Busy({ isStale, density, isScrolled, children }: BusyProps) {
  const isBusy = useSyncExternalStore(asking.subscribe, asking.isSet, () => false) || isStale
  return (
    <table
      className={styles.table}
      data-density={density}
      data-stale={isBusy ? '' : undefined}
      data-scrolled={isScrolled ? '' : undefined}
      aria-busy={isBusy}
    >
      {children}
    </table>
  )
}

/** The customers, one `tr` each: a real table whose names are real links. */
export function CustomerTable({ rows, cursor, isStale, density, onOpen }: CustomerTableProps) {
  const { t } = useIntl()
  const [pointedAt, setPointedAt] = useState<string | null>(null)
  const [isScrolled, setIsScrolled] = useState(false)
  const table = useTable({
    features: customerTableFeatures,
    columns: customerColumns,
    data: rows,
  })

  const customerOf = (event: { target: EventTarget }) =>
    event.target instanceof Element ? event.target.closest('tr')?.dataset.customer : undefined
  // Anywhere in a row opens it; its name is the link that keyboards, middle clicks and screen readers use.
  const open = (event: MouseEvent) => {
    const customerId = customerOf(event)
    const target = event.target instanceof Element ? event.target : null
    if (customerId === undefined || !isPlainClick(event) || target?.closest('button')) return
    if (!target?.closest('a') && window.getSelection()?.isCollapsed === false) return
    event.preventDefault()
    onOpen(customerId)
  }
  return (
    <div className={styles.scroll} onScroll={(event) => setIsScrolled(event.currentTarget.scrollLeft > 0)}>
      <Busy isStale={isStale} density={density} isScrolled={isScrolled}>
        <caption className="sr-only">{t.table.caption}</caption>
        <colgroup>
          {customerColumns.map(({ id = '' }) => (
            <col key={id} className={columnWidths[id]} />
          ))}
          <col className={columnWidths.rest} />
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col">
                  <FlexRender header={header} />
                </th>
              ))}
              <td className={styles.rest} aria-hidden="true" />
            </tr>
          ))}
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the links, j, k and Enter */}
        <tbody
          onClick={open}
          onMouseOver={(event) => setPointedAt(customerOf(event) ?? null)}
          onFocus={(event) => setPointedAt(customerOf(event) ?? null)}
          onMouseLeave={() => setPointedAt(null)}
        >
          {table.getRowModel().rows.map((row) => (
            <TableRow
              // By its place: other rows are written into those that stand there, at half the cost of new ones.
              key={row.id}
              row={row}
              isCursor={row.original.customer.customer_id === cursor}
              isPointedAt={row.original.customer.customer_id === pointedAt}
            />
          ))}
        </tbody>
      </Busy>
    </div>
  )
}
