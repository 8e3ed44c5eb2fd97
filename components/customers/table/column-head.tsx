'use client'

import type { HeaderContext } from '@tanstack/react-table'
import { EyeOff } from 'lucide'
import { type ReactNode, useContext } from 'react'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { SortingContext } from '@/components/customers/table/sorting-context'
import type { ListFeatures } from '@/components/list/list-features'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'

export type HeadProps<TValue = unknown> = HeaderContext<ListFeatures<CustomerRow>, CustomerRow, TValue>

/** `title` is the name where it may be longer than its column is wide. */
type ColumnHeadProps<TValue> = HeadProps<TValue> & { title?: string; children: ReactNode }

/** The head of a column around its name: it sorts the rows where they can be sorted, and says that the person sees the values masked. */
export function ColumnHead<TValue>({ column, table, title, children }: ColumnHeadProps<TValue>) {
  const { t } = useIntl()
  const sorting = useContext(SortingContext)
  if (table.options.meta?.isMasked && column.columnDef.meta?.isPersonal)
    return (
      <span
        title={[title, t.columns.masked].filter(Boolean).join(': ')}
        className="inline-flex max-w-full items-center gap-1 align-top"
      >
        <span className="truncate">{children}</span>
        <Icon of={EyeOff} size={12} className="flex-none" />
        <span className="sr-only">{t.columns.masked}</span>
      </span>
    )
  const head = title ? <span title={title}>{children}</span> : children
  return sorting ? sorting.renderHead(column.id, head) : head
}
