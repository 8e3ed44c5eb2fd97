'use client'

import { type Column, createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { ToolsProps } from '@/components/customers/table/cell-tools'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { NameCell } from '@/components/customers/table/name-cell'
import { type CellWords, consents, marked, moment } from '@/components/customers/table/table-cells'
import { visibleText } from '@/components/ui/text'
import { formattedLength } from '@/lib/customers/model/match'
import type { Messages } from '@/lib/messages/messages'

type ColumnMeta = {
  head: Exclude<keyof Messages['table'], 'contactOf' | 'ofType' | 'answers' | 'densities'>
  /** How wide it is at 1440 px. Wider, all grow in proportion up to 1.35 times; the rest goes to an empty column. */
  width: string
  /** What stands in a cell: a call and not a component, of which a page would hold 300. */
  draw: (row: CustomerRow, words: CellWords) => ReactNode
  tools?: (row: CustomerRow, words: CellWords) => Omit<ToolsProps, 'filterBy'> | false
}

/** No feature of the table's is asked for: the server searches and pages, and the API cannot sort. */
export const customerTableFeatures = tableFeatures({ columnMeta: {} as ColumnMeta })

export type CustomerColumn = Column<typeof customerTableFeatures, CustomerRow>

const { columns, display } = createColumnHelper<typeof customerTableFeatures, CustomerRow>()
const column = (id: string, meta: ColumnMeta) => display({ id, meta })

const text = (value: string | undefined) => value && visibleText(value)

function phone({ customer, match }: CustomerRow, { formatPhone }: CellWords): ReactNode {
  if (!customer.phone_number) return null
  const written = formatPhone(customer.phone_number)
  return marked(written, match?.field === 'phone' ? { start: 0, length: formattedLength(written, match.length) } : null)
}

/** The columns, in order; their places on a card are in the stylesheet by their ids. */
export const customerColumns = columns([
  column('name', {
    head: 'name',
    width: 'w-[307px]',
    draw: (row, words) => <NameCell row={row} words={words} />,
  }),
  column('customer_id', {
    head: 'customerId',
    width: 'w-[89px]',
    draw: ({ customer, match }) => marked(customer.customer_id, match?.field === 'customer_id' ? match : null),
    tools: ({ customer }, { t }) => ({ value: customer.customer_id, what: t.table.customerId }),
  }),
  column('type', { head: 'type', width: 'w-[72px]', draw: ({ customer }, { t }) => t.types[customer.type] }),
  column('email', {
    head: 'email',
    width: 'w-[211px]',
    draw: ({ customer, match }) => customer.email && marked(customer.email, match?.field === 'email' ? match : null),
    tools: ({ customer: { email } }, { t }) => !!email && { value: email, what: t.table.email, filter: 'email' },
  }),
  column('phone', {
    head: 'phone',
    width: 'w-[122px]',
    draw: phone,
    tools: ({ customer: { phone_number } }, { t }) =>
      !!phone_number && { value: phone_number, what: t.table.phone, filter: 'phone_number' },
  }),
  column('status', { head: 'status', width: 'w-[64px]', draw: ({ customer }) => text(customer.status) }),
  column('store', { head: 'store', width: 'w-[107px]', draw: ({ customer }) => text(customer.favorite_store) }),
  column('consent', { head: 'consent', width: 'w-[108px]', draw: consents }),
  column('place', {
    head: 'place',
    width: 'w-[84px]',
    draw: ({ customer }) => text(customer.addresses?.[0]?.postal_place),
  }),
  column('created', { head: 'created', width: 'w-[91px]', draw: ({ customer }) => moment(customer.created_at) }),
  column('updated', { head: 'updated', width: 'w-[91px]', draw: ({ customer }) => moment(customer.updated_at) }),
  column('deleted', { head: 'deleted', width: 'w-[94px]', draw: ({ customer }) => moment(customer.deleted_at) }),
])
