'use client'

import type { HeaderContext } from '@tanstack/react-table'
import { EyeOff } from 'lucide'
import { useContext } from 'react'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { SortingContext } from '@/components/customers/table/sorting-context'
import type { ListFeatures } from '@/components/list/list-features'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { columnName } from '@/lib/customers/columns/column-name'

/** The head of a column: its name, and whether this person sees its values masked. */
export function ColumnHead<TValue>({ column }: HeaderContext<ListFeatures<CustomerRow>, CustomerRow, TValue>) {
  const { t } = useIntl()
  const sorting = useContext(SortingContext)
  const name = columnName(column.id, t)
  const text = parseExtraColumn(column.id) ? <Text>{name}</Text> : name
  if (!column.columnDef.meta?.isMasked) return sorting ? sorting.renderHead(column.id, text) : text
  return (
    <span title={t.columns.masked} className="inline-flex max-w-full items-center gap-1 align-top">
      <span className="truncate">{text}</span>
      <Icon of={EyeOff} size={12} className="flex-none" />
      <span className="sr-only">{t.columns.masked}</span>
    </span>
  )
}
