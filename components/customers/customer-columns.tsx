'use client'

import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { CustomerRow } from '@/components/customers/customer-row'
import { NameCell } from '@/components/customers/name-cell'
import { CellTools, ConsentCell, Marked, TypeCell } from '@/components/customers/table-cells'
import { useIntl } from '@/components/ui/intl'
import { useWritePhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/timestamp'
import { writtenLength } from '@/lib/customers/match'
import type { Messages } from '@/lib/messages/messages'

type CellProps = { row: { original: CustomerRow } }

/** No feature of the table's is asked for: the server searches and pages, and the API cannot sort. */
export const customerTableFeatures = tableFeatures({})

const helper = createColumnHelper<typeof customerTableFeatures, CustomerRow>()

function Head({ of }: { of: Exclude<keyof Messages['table'], 'contactOf' | 'ofType' | 'answers' | 'densities'> }) {
  return useIntl().t.table[of]
}

function IdCell({ row: { original } }: CellProps) {
  const { customer, match } = original
  const { t } = useIntl()
  return (
    <span title={customer.customer_id}>
      <Marked text={customer.customer_id} match={match?.field === 'customer_id' ? match : null} />
      <CellTools value={customer.customer_id} what={t.table.customerId} />
    </span>
  )
}

function EmailCell({ row: { original } }: CellProps) {
  const { customer, match } = original
  const { t } = useIntl()
  if (!customer.email) return null
  return (
    <span title={customer.email}>
      <Marked text={customer.email} match={match?.field === 'email' ? match : null} />
      <CellTools value={customer.email} what={t.table.email} filter="email" />
    </span>
  )
}

function PhoneCell({ row: { original } }: CellProps) {
  const { customer, match } = original
  const { t } = useIntl()
  const writePhone = useWritePhone()
  if (!customer.phone_number) return null
  const written = writePhone(customer.phone_number)
  const mark = match?.field === 'phone' ? { start: 0, length: writtenLength(written, match.length) } : null
  return (
    <>
      <Marked text={written} match={mark} />
      <CellTools value={customer.phone_number} what={t.table.phone} filter="phone_number" />
    </>
  )
}

const words = (text: string | undefined) => text && <Text>{text}</Text>
const date = (iso: string | undefined) => iso && <Timestamp iso={iso} />

/** How wide each column is at 1440 px. Wider, all grow in proportion up to 1.35 times; the rest goes to an empty column. */
export const columnWidths: Record<string, string> = {
  name: 'w-[307px]',
  customer_id: 'w-[89px]',
  type: 'w-[72px]',
  email: 'w-[211px]',
  phone: 'w-[122px]',
  status: 'w-[64px]',
  store: 'w-[107px]',
  consent: 'w-[108px]',
  place: 'w-[84px]',
  created: 'w-[91px]',
  updated: 'w-[91px]',
  deleted: 'w-[94px]',
  rest: 'w-[max(0px,100vw-1944px)]',
}

/** The columns, in order; their places on a card are in the stylesheet by their ids. */
export const customerColumns = helper.columns([
  helper.display({ id: 'name', header: () => <Head of="name" />, cell: ({ row }) => <NameCell {...row.original} /> }),
  helper.display({ id: 'customer_id', header: () => <Head of="customerId" />, cell: IdCell }),
  helper.display({ id: 'type', header: () => <Head of="type" />, cell: ({ row }) => <TypeCell {...row.original} /> }),
  helper.display({ id: 'email', header: () => <Head of="email" />, cell: EmailCell }),
  helper.display({ id: 'phone', header: () => <Head of="phone" />, cell: PhoneCell }),
  helper.display({
    id: 'status',
    header: () => <Head of="status" />,
    cell: ({ row }) => words(row.original.customer.status),
  }),
  helper.display({
    id: 'store',
    header: () => <Head of="store" />,
    cell: ({ row }) => words(row.original.customer.favorite_store),
  }),
  helper.display({
    id: 'consent',
    header: () => <Head of="consent" />,
    cell: ({ row }) => <ConsentCell {...row.original} />,
  }),
  helper.display({
    id: 'place',
    header: () => <Head of="place" />,
    cell: ({ row }) => words(row.original.customer.addresses?.[0]?.postal_place),
  }),
  helper.display({
    id: 'created',
    header: () => <Head of="created" />,
    cell: ({ row }) => date(row.original.customer.created_at),
  }),
  helper.display({
    id: 'updated',
    header: () => <Head of="updated" />,
    cell: ({ row }) => date(row.original.customer.updated_at),
  }),
  helper.display({
    id: 'deleted',
    header: () => <Head of="deleted" />,
    cell: ({ row }) => date(row.original.customer.deleted_at),
  }),
])
