'use client'

import { type Column, functionalUpdate, type RowData, useTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { extraColumns } from '@/components/customers/columns/extra-columns'
import { columnFeatures } from '@/components/customers/columns/lay-out-columns'
import { useColumnLayout } from '@/components/customers/columns/use-column-layout'
import { customerColumns } from '@/components/customers/table/customer-columns'
import { measureColumns } from '@/components/list/columns/measure-columns'
import { useIntl } from '@/components/ui/intl'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import { columnName } from '@/lib/customers/columns/column-name'
import { type ColumnState, extraColumnIds, toColumnState, widthBounds } from '@/lib/customers/columns/column-state'
import { toColumnLayout } from '@/lib/customers/columns/to-column-layout'
import type { AttributeSetting } from '@/lib/customers/model/customer'
import { fill } from '@/lib/messages/messages'

type MenuColumn = Column<typeof columnFeatures, RowData>

const noRows: RowData[] = []
/** One press makes a column so much wider or narrower, in pixels at the usual size of text. */
const widthStep = 16

type ColumnMenuOptions = {
  accountId: string
  attributes: readonly AttributeSetting[] | undefined
  /** The columns beside those of the product that can be shown. */
  available: readonly string[]
}

/** All columns in their order as a table without rows holds them, with what can be done to each. */
export function useColumnMenu({ accountId, attributes, available }: ColumnMenuOptions) {
  const { t, locale } = useIntl()
  const { layout: kept, setLayout } = useColumnLayout(accountId)
  const [draft, setDraft] = useState<ColumnLayout | null>(null)
  const [announcement, setAnnouncement] = useState('')
  const layout = draft ?? kept
  const extraText = [...new Set([...extraColumnIds(layout), ...available])].join('\n')
  const columns = useMemo(() => {
    const all = [...customerColumns(locale).all, ...extraColumns(extraText.split('\n'), attributes, t)]
    return all.map(({ id = '', meta }) => ({ id, size: meta?.size }))
  }, [locale, extraText, attributes, t])
  const state = useMemo(() => {
    const { columnVisibility, ...rest } = toColumnState(layout)
    const unchosen = Object.fromEntries(extraText.split('\n').map((id) => [id, false]))
    return { ...rest, columnVisibility: { ...unchosen, ...columnVisibility } }
  }, [layout, extraText])

  const change = (next: Partial<ColumnState>, isDraft: boolean) => {
    const changed = toColumnLayout({ ...state, ...next }, layout)
    if (isDraft) setDraft(changed)
    else setLayout(changed)
  }
  const table = useTable({
    features: columnFeatures,
    columns,
    data: noRows,
    defaultColumn: widthBounds,
    state,
    onColumnVisibilityChange: (updater) =>
      change({ columnVisibility: functionalUpdate(updater, state.columnVisibility) }, false),
    onColumnPinningChange: (updater) =>
      change({ columnPinning: functionalUpdate(updater, state.columnPinning) }, false),
    onColumnSizingChange: (updater) => change({ columnSizing: functionalUpdate(updater, state.columnSizing) }, false),
  })
  const pinned = table.getStartLeafColumns()
  const others = table.getCenterLeafColumns()
  const all: MenuColumn[] = [...pinned, ...others]
  const nameOf = ({ id }: MenuColumn) => columnName(id, t)

  /** Moves a column to another place among all: a pinned one among the pinned, after the name, which stays the first. */
  const moveTo = (column: MenuColumn, place: number, isDraft = false) => {
    const isPinned = column.getIsPinned() === 'start'
    const [first, last] = isPinned ? [1, pinned.length - 1] : [pinned.length, all.length - 1]
    const to = Math.min(last, Math.max(first, place))
    const ids = all.map(({ id }) => id)
    const from = ids.indexOf(column.id)
    if (from === to || from < first) return
    ids.splice(to, 0, ...ids.splice(from, 1))
    const start = ids.slice(0, pinned.length)
    change(isPinned ? { columnPinning: { start, end: [] } } : { columnOrder: ids }, isDraft)
    setAnnouncement(fill(t.columns.moved, { column: nameOf(column), place: to + 1, count: ids.length }))
  }

  return {
    layout,
    columns: all,
    announcement,
    nameOf,
    moveTo,
    move: (column: MenuColumn, step: 1 | -1) => moveTo(column, all.indexOf(column) + step),
    resize: (column: MenuColumn, step: 1 | -1) => {
      // All columns keep the widths that they have, so that none but this one changes.
      const widths = { ...measureColumns(document.querySelector('thead')), ...state.columnSizing }
      const width = (widths[column.id] ?? column.getSize()) + step * widthStep
      const size = Math.round(Math.min(widthBounds.maxSize, Math.max(widthBounds.minSize, width)))
      table.setColumnSizing({ ...widths, [column.id]: size })
      setAnnouncement(fill(t.columns.sized, { column: nameOf(column), width: size }))
    },
    /** Keeps what was dragged, or drops it. */
    endDraft: (isKept: boolean) => {
      if (draft && isKept) setLayout(draft)
      setDraft(null)
    },
    remove: (id: string) => setLayout({ ...kept, shown: kept.shown?.filter((one) => one !== id) }),
    reset: () => {
      setLayout({})
      setAnnouncement(t.columns.wereReset)
    },
  }
}

export type ColumnMenuState = ReturnType<typeof useColumnMenu>
