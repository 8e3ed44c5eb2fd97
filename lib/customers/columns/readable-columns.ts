import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import { extraColumnIds, toColumnState } from '@/lib/customers/columns/column-state'
import { isColumnMasked } from '@/lib/customers/columns/masked-columns'
import { type CellWords, productColumn, productColumns } from '@/lib/customers/columns/product-columns'
import { sortValue } from '@/lib/customers/columns/sort-values'
import { valuesOf } from '@/lib/customers/model/attributes'
import type { AttributeSetting, Customer } from '@/lib/customers/model/customer'
import { formatDate } from '@/lib/time'

/**
 * The columns that a person may sort and filter loaded rows by: those that are shown, without the masked ones, of which an
 * order would tell something.
 */
export function readableColumns(
  layout: ColumnLayout,
  settings: readonly AttributeSetting[] | undefined,
  isMasked: boolean,
): string[] {
  const { columnVisibility } = toColumnState(layout)
  const shown = [...productColumns, ...extraColumnIds(layout)].filter((id) => columnVisibility[id] !== false)
  return isMasked ? shown.filter((id) => !isColumnMasked(id, settings)) : shown
}

/** How values are written on the screen. */
export type Writing = CellWords & { locale: string }

function columnText(id: string, customer: Customer, { t, locale, zone, formatPhone }: Writing): string {
  const column = productColumn(id)
  if (column?.isInstant) return formatDate(column.value(customer, t) ?? '', locale, zone)
  if (id === 'phone') return `${customer.phone_number ?? ''} ${formatPhone(customer.phone_number ?? '')}`
  const extra = parseExtraColumn(id)
  // Answers are symbols: their words would match half of all rows.
  if (id === 'consent' || extra?.kind === 'consent') return ''
  if (extra) {
    const { attributes = {} } = customer
    return Object.hasOwn(attributes, extra.name) ? valuesOf(attributes[extra.name]).join(' ') : ''
  }
  return String(sortValue(id, customer, [], t) ?? '')
}

// Norwegian has no small letters of its own, and `toLocaleLowerCase` takes a hundred times as long.
const fold = (text: string) => text.normalize('NFC').toLowerCase()

/** The text of these columns in which rows are filtered. */
export const rowText = (ids: readonly string[], customer: Customer, writing: Writing): string =>
  fold(ids.map((id) => columnText(id, customer, writing)).join('\n'))

/** Returns whether the text of a row holds every word of a filter, in any order. */
export function rowMatcher(filter: string): (text: string) => boolean {
  const words = fold(filter).split(/\s+/)
  return (text) => words.every((word) => text.includes(word))
}
