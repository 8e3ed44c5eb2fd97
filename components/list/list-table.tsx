'use client'

import { flexRender, type RowData } from '@tanstack/react-table'
import {
  type ComponentProps,
  type MouseEvent,
  type ReactNode,
  type Ref,
  Suspense,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { usePinOffsets } from '@/components/list/columns/use-pin-offsets'
import type { ColumnSizes, ListColumn, ListTableInstance } from '@/components/list/list-features'
import { pinAttributes, type RowAttributes, TableRow } from '@/components/list/list-row'
import styles from '@/components/list/list-table.module.css'
import { usePointedCell } from '@/components/list/use-pointed-cell'
import { useTextScale } from '@/components/list/use-text-scale'

type ListTableProps<TRow extends RowData> = {
  table: ListTableInstance<TRow>
  ref?: Ref<HTMLTableElement>
  caption: string
  /** Further classes of the table. */
  className?: string
  density?: string
  /** How many of the rows are drawn; all of them where it is not given. */
  drawnCount?: number
  isStale: boolean
  /** What the rows are the answer to: those of another one are shown from their top. */
  answerKey: string
  /** The index of the keyboard's row. */
  currentIndex?: number
  getRowAttributes: (row: TRow) => RowAttributes
  onOpen?: (row: TRow) => void
  /** The sizes of columns that have another one than their own, in pixels at the usual size of text. */
  sizes?: ColumnSizes
  getHeadAttributes?: (columnId: string) => ComponentProps<'th'>
  /** The tools of a column's head, rendered from when the head is first pointed at. */
  renderHeadTools?: (columnId: string) => ReactNode
  /** The class of an empty last column, which takes the width that no column needs. */
  restClassName?: string
  /** The name of the scroll container where its rows may hold nothing that takes the focus. */
  scrollLabel?: string
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** A list as a real table: its columns in their order, each as wide as it says. */
export function ListTable<TRow extends RowData>(props: ListTableProps<TRow>) {
  const { table, ref, caption, className = '', density, isStale, currentIndex, getRowAttributes, onOpen } = props
  const { answerKey, drawnCount, sizes, getHeadAttributes, renderHeadTools, restClassName, scrollLabel } = props
  const [isScrolled, setIsScrolled] = useState(false)
  const { pointed, handlers } = usePointedCell()
  const scale = useTextScale()
  const [isHeadPointed, setIsHeadPointed] = useState(false)
  const head = useRef<HTMLTableSectionElement>(null)
  const columns = table.getAllLeafColumns()
  const sizeOf = ({ id, columnDef }: ListColumn<TRow>) => sizes?.[id] ?? columnDef.meta?.size ?? 0
  const pinOffsets = usePinOffsets(head, columns)
  const { rows } = table.getRowModel()
  const drawn = drawnCount === undefined ? rows : rows.slice(0, drawnCount)
  const hasRest = restClassName !== undefined

  const shownKey = useRef(answerKey)
  useLayoutEffect(() => {
    if (shownKey.current !== answerKey) head.current?.closest('[data-scroller]')?.scrollTo({ top: 0 })
    shownKey.current = answerKey
  }, [answerKey])

  // A click anywhere in a row opens it; the link in the row serves keyboards, middle clicks and screen readers.
  const handleClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    const row = rows[target?.closest('tr')?.sectionRowIndex ?? -1]
    if (!row || !onOpen || !isPlainClick(event) || target?.closest('button, h2')) return
    if (!target?.closest('a') && window.getSelection()?.isCollapsed === false) return
    event.preventDefault()
    onOpen(row.original)
  }
  const scroll = {
    className: styles.scroll,
    'data-scroller': '',
    onScroll: ({ currentTarget }: { currentTarget: Element }) => setIsScrolled(currentTarget.scrollLeft > 0),
  }
  const content = (
    <table
      ref={ref}
      width={columns.reduce((total, column) => total + sizeOf(column), 0) * scale}
      className={`${styles.table} ${className}`}
      data-density={density}
      data-stale={isStale ? '' : undefined}
      data-scrolled={isScrolled ? '' : undefined}
      aria-busy={isStale}
    >
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        {columns.map((column) => {
          const width = sizes?.[column.id] ?? column.columnDef.meta?.width ?? sizeOf(column)
          return <col key={column.id} width={typeof width === 'number' ? width * scale : width} />
        })}
        {hasRest && <col className={restClassName} />}
      </colgroup>
      <thead ref={head} onPointerEnter={() => setIsHeadPointed(true)}>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => {
              const { id, column } = header
              return (
                <th
                  key={id}
                  scope="col"
                  className={column.columnDef.meta?.className}
                  data-column={column.id}
                  {...getHeadAttributes?.(column.id)}
                  {...pinAttributes(column, pinOffsets)}
                >
                  {flexRender(column.columnDef.header, header.getContext())}
                  {isHeadPointed && <Suspense>{renderHeadTools?.(column.id)}</Suspense>}
                </th>
              )
            })}
            {hasRest && <td className={styles.rest} aria-hidden="true" />}
          </tr>
        ))}
      </thead>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the links, j, k and Enter */}
      <tbody onClick={handleClick} {...handlers}>
        {drawn.map((row, index) => (
          <TableRow
            // The id is the index: React writes other rows into the same elements, at half the cost of new ones.
            key={row.id}
            row={row}
            columns={columns}
            pinOffsets={pinOffsets}
            getAttributes={getRowAttributes}
            hasRest={hasRest}
            isCurrent={index === currentIndex}
            pointed={pointed?.rowIndex === index ? pointed : null}
          />
        ))}
      </tbody>
    </table>
  )
  if (scrollLabel === undefined)
    return (
      <div tabIndex={-1} {...scroll}>
        {content}
      </div>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll container must be reachable by the keyboard
    <section aria-label={scrollLabel} tabIndex={0} {...scroll}>
      {content}
    </section>
  )
}
