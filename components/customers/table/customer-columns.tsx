'use client'

import { createColumnHelper, type TableOptions } from '@tanstack/react-table'
import { ColumnHead, type HeadProps } from '@/components/customers/table/column-head'
import {
  ConsentCell,
  DateCell,
  MatchCell,
  PhoneCell,
  StatusCell,
  TextCell,
  TypeCell,
} from '@/components/customers/table/customer-cells'
import styles from '@/components/customers/table/customer-cells.module.css'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { NameCell } from '@/components/customers/table/name-cell'
import { type ColumnSizes, type ListFeatures, listFeatures } from '@/components/list/list-features'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import type { ColumnHeading } from '@/lib/customers/columns/product-columns'
import { displayName } from '@/lib/customers/model/display-name'
import { maskText } from '@/lib/customers/model/masked'

const CellTools = lazyComponent(
  () => import('@/components/customers/table/cell-tools'),
  (all) => all.CellTools,
)

export const customerFeatures = listFeatures<CustomerRow>()

const { accessor, columns } = createColumnHelper<ListFeatures<CustomerRow>, CustomerRow>()

/** The header of a column: a text of the catalogue. */
function heading(name: ColumnHeading) {
  return function Header<TValue>(props: HeadProps<TValue>) {
    return <ColumnHead {...props}>{useIntl().t.table[name]}</ColumnHead>
  }
}

/** The class and the tools of a column whose values can be copied, and filtered by where the API can. Masked ones cannot. */
function withTools(
  key: 'customer_id' | 'email' | 'phone_number',
  what: 'customerId' | 'email' | 'phone',
  filter?: 'email' | 'phone_number',
) {
  return ({ customer }: CustomerRow) => {
    const value = customer[key]
    return value && value !== maskText && <CellTools key={value} value={value} what={what} filter={filter} />
  }
}

/**
 * The columns, in order, with their sizes in English. The sizes add up to 1440 px; on a wider screen all columns grow in
 * proportion, up to 1.35 times. Nothing of a phone, a date or a consent is cut. The places on a card are in the stylesheet.
 */
const inEnglish: Columns = columns([
  accessor(({ customer }) => displayName(customer), {
    id: 'name',
    header: heading('name'),
    cell: NameCell,
    meta: { size: 287, className: styles.name, isPinned: true },
  }),
  accessor('customer.customer_id', {
    id: 'customer_id',
    header: heading('customerId'),
    cell: MatchCell,
    meta: {
      size: 89,
      translate: 'no',
      className: styles.customer_id,
      renderTools: withTools('customer_id', 'customerId'),
    },
  }),
  accessor('customer.type', {
    id: 'type',
    header: heading('type'),
    cell: TypeCell,
    meta: { size: 82, className: styles.type },
  }),
  accessor('customer.email', {
    id: 'email',
    header: heading('email'),
    cell: MatchCell,
    meta: {
      size: 211,
      translate: 'no',
      className: styles.email,
      isPersonal: true,
      renderTools: withTools('email', 'email', 'email'),
    },
  }),
  accessor('customer.phone_number', {
    id: 'phone',
    header: heading('phone'),
    cell: PhoneCell,
    meta: {
      size: 122,
      translate: 'no',
      className: styles.phone,
      isPersonal: true,
      renderTools: withTools('phone_number', 'phone', 'phone_number'),
    },
  }),
  accessor('customer.status', {
    id: 'status',
    header: heading('status'),
    cell: StatusCell,
    meta: { size: 64, translate: 'no', className: styles.status },
  }),
  accessor('customer.favorite_store', {
    id: 'store',
    header: heading('store'),
    cell: TextCell,
    meta: { size: 107, translate: 'no', className: styles.store },
  }),
  accessor('customer', {
    id: 'consent',
    header: heading('consent'),
    cell: ConsentCell,
    meta: { size: 108, className: styles.consent },
  }),
  accessor(({ customer }) => customer.addresses?.[0]?.postal_place, {
    id: 'place',
    header: heading('place'),
    cell: TextCell,
    meta: { size: 84, translate: 'no', className: styles.place },
  }),
  accessor('customer.created_at', {
    id: 'created',
    header: heading('created'),
    cell: DateCell,
    meta: { size: 96, className: styles.created },
  }),
  accessor('customer.updated_at', {
    id: 'updated',
    header: heading('updated'),
    cell: DateCell,
    meta: { size: 96, className: styles.updated },
  }),
  accessor('customer.deleted_at', {
    id: 'deleted',
    header: heading('deleted'),
    cell: DateCell,
    meta: { size: 94, className: styles.deleted },
  }),
])

export type CustomerColumn = TableOptions<ListFeatures<CustomerRow>, CustomerRow>['columns'][number]
type Columns = CustomerColumn[]

const withSizes = (columns: Columns, sizes: ColumnSizes): Columns =>
  columns.map((column) => {
    const size = sizes[column.id ?? '']
    return size === undefined ? column : { ...column, meta: { ...column.meta, size } }
  })

/** What has a longer text in Norwegian has more room there, at the cost of the others. */
const inNorwegian = withSizes(inEnglish, {
  name: 285,
  type: 64,
  consent: 114,
  created: 100,
  updated: 100,
  deleted: 100,
})

const leftOfTombstones = ['name', 'customer_id', 'type', 'created', 'deleted']

/** The columns that a page of deleted customers has values for (contract), with room for a whole UUID and every type. */
const ofTombstones = (columns: Columns): Columns =>
  withSizes(
    columns.filter(({ id = '' }) => leftOfTombstones.includes(id)),
    { customer_id: 280, type: 90 },
  )

const byKind = (all: Columns) => ({
  all,
  /** A column that is empty takes no room. What stands right of the phone has it, so that a record opens beside the phone. */
  living: withSizes(
    all.filter(({ id }) => id !== 'deleted'),
    { store: 147, place: 138 },
  ),
  tombstones: ofTombstones(all),
})
const english = byKind(inEnglish)
const norwegian = byKind(inNorwegian)

/** The columns of a page with deleted customers among others, without any, and of them alone, as the texts of a language need them. */
export const customerColumns = (locale: string) => (locale === 'nb' ? norwegian : english)
