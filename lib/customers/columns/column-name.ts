import { isProductColumn, type ProductColumn, parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { channelName } from '@/lib/customers/format/channel-name'
import type { Messages } from '@/lib/messages/messages'

/** The columns of the product, by the text of the catalogue that is their head. */
const headings = {
  name: 'name',
  customer_id: 'customerId',
  type: 'type',
  email: 'email',
  phone: 'phone',
  status: 'status',
  store: 'store',
  consent: 'consent',
  place: 'place',
  created: 'created',
  updated: 'updated',
  deleted: 'deleted',
} as const satisfies Record<ProductColumn, keyof Messages['table']>

/** The name of a column in the reader's language; that of an attribute is the account's own. */
export function columnName(id: string, t: Messages): string {
  if (isProductColumn(id)) return t.table[headings[id]]
  const extra = parseExtraColumn(id)
  if (!extra) return id
  return extra.kind === 'consent' ? channelName(extra.name, t) : extra.name
}
