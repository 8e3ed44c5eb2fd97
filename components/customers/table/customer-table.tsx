'use client'

import { useTable } from '@tanstack/react-table'
import { type MouseEvent, memo, type ReactNode, Suspense, useMemo, useState } from 'react'
import {
  type CustomerColumn,
  customerColumns,
  customerTableFeatures,
} from '@/components/customers/table/customer-columns'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import styles from '@/components/customers/table/customer-table.module.css'
import type { CellWords, RowActions } from '@/components/customers/table/table-cells'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { useFormatPhone } from '@/components/ui/phone'
import { isTombstone } from '@/lib/customers/model/display-name'
import { maskText } from '@/lib/customers/model/masked'
import type { Density } from '@/lib/preferences'

type CustomerTableProps = {
  rows: CustomerRow[]
  /** The `customer_id` of the keyboard's row. */
  cursor: string | null
  isStale: boolean
  density: Density
  actions: RowActions
  onOpen: (customerId: string) => void
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

const Tools = lazyComponent(
  () => import('@/components/customers/table/cell-tools'),
  (all) => all.Tools,
)

type TableRowProps = {
  row: CustomerRow
  columns: readonly CustomerColumn[]
  words: CellWords
  isCursor: boolean
  isPointedAt: boolean
}

const TableRow = memo(function TableRow({ row, columns, words, isCursor, isPointedAt }: TableRowProps) {
  const isActive = isCursor || isPointedAt
  return (
    <tr
      data-customer={row.customer.customer_id}
      data-cursor={isCursor ? '' : undefined}
      data-gone={isTombstone(row.customer) ? '' : undefined}
    >
      {columns.map(({ id, columnDef: { meta } }) => {
        const known = isActive && meta?.tools?.(row, words)
        // What is masked offers nothing.
        const tools = known && known.value !== maskText && known
        return (
          <td key={id} className={styles[id]} data-tooled={tools ? '' : undefined}>
            {meta?.draw(row, words)}
            {tools && (
              <Suspense>
                <Tools key={tools.value} {...tools} filterBy={words.filterBy} />
              </Suspense>
            )}
          </td>
        )
      })}
      <td className={styles.rest} aria-hidden="true" />
    </tr>
  )
})

type BusyProps = Pick<CustomerTableProps, 'isStale' | 'density'> & { isScrolled: boolean; children: ReactNode }

/** The table around its rows, which are not drawn again to turn pale. */
function Busy({ isStale, density, isScrolled, children }: BusyProps) {
  const isBusy = isStale
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

/** Tells the whole of a text that is cut, once it is pointed at. */
function tellCut(target: EventTarget): void {
  if (!(target instanceof HTMLElement)) return
  const place = target.closest<HTMLElement>('a, span, td')
  if (!place) return
  if (place.clientWidth > 0 && place.scrollWidth > place.clientWidth) place.title = place.textContent
  else place.removeAttribute('title')
}

/** The customers, one `tr` each: a real table whose names are real links. */
export const CustomerTable = memo(function CustomerTable(props: CustomerTableProps) {
  const { rows, cursor, isStale, density, actions, onOpen } = props
  const { t, locale } = useIntl()
  const formatPhone = useFormatPhone()
  const [pointedAt, setPointedAt] = useState<string | null>(null)
  const [isScrolled, setIsScrolled] = useState(false)
  const table = useTable({
    features: customerTableFeatures,
    columns: customerColumns,
    data: rows,
  })
  const columns = table.getAllLeafColumns()
  const words = useMemo(() => ({ t, locale, formatPhone, ...actions }), [t, locale, formatPhone, actions])

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
          {columns.map(({ id, columnDef: { meta } }) => (
            <col key={id} className={meta?.width} />
          ))}
          <col className="w-[max(0px,100vw-1944px)]" />
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id, columnDef: { meta } }) => (
              <th key={id} scope="col">
                {meta && t.table[meta.head]}
              </th>
            ))}
            <td className={styles.rest} aria-hidden="true" />
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the links, j, k and Enter */}
        <tbody
          onClick={open}
          onMouseOver={(event) => {
            setPointedAt(customerOf(event) ?? null)
            tellCut(event.target)
          }}
          onFocus={(event) => setPointedAt(customerOf(event) ?? null)}
          onMouseLeave={() => setPointedAt(null)}
        >
          {table.getRowModel().rows.map((row) => (
            <TableRow
              // By its place: other rows are written into those that stand there, at half the cost of new ones.
              key={row.id}
              row={row.original}
              columns={columns}
              words={words}
              isCursor={row.original.customer.customer_id === cursor}
              isPointedAt={row.original.customer.customer_id === pointedAt}
            />
          ))}
        </tbody>
      </Busy>
    </div>
  )
})
