import { extraColumns } from '@/components/customers/columns/extra-columns'
import { layOutColumns } from '@/components/customers/columns/lay-out-columns'
import type { CustomerColumn } from '@/components/customers/table/customer-columns'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import { extraColumnIds } from '@/lib/customers/columns/column-state'
import type { AttributeSetting } from '@/lib/customers/model/customer'
import type { Messages } from '@/lib/messages/messages'

type LaidOutColumnsOptions = {
  /** Those of the product. */
  columns: readonly CustomerColumn[]
  layout: ColumnLayout
  /** Whether the rows have values of attributes and channels; those of deleted customers have none. */
  hasExtra: boolean
  /** The attributes that the account declares; undefined while they are not known. */
  attributes: readonly AttributeSetting[] | undefined
  t: Messages
}

/** The columns of the product and those of the account's own as a layout shows them. */
export function laidOutColumns({ columns, layout, hasExtra, attributes, t }: LaidOutColumnsOptions): CustomerColumn[] {
  const extra = hasExtra ? extraColumns(extraColumnIds(layout), attributes, t) : []
  const all = new Map([...columns, ...extra].map((column) => [column.id ?? '', column]))
  return layOutColumns([...all.keys()], layout).flatMap(({ id, isPinned }) => {
    const column = all.get(id)
    return column ? [{ ...column, meta: { ...column.meta, isPinned } }] : []
  })
}
