import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { productColumn } from '@/lib/customers/columns/product-columns'
import { channelName } from '@/lib/customers/format/channel-name'
import type { Messages } from '@/lib/messages/messages'

/** The name of a column in the reader's language; that of an attribute is the account's own. */
export function columnName(id: string, t: Messages): string {
  const column = productColumn(id)
  if (column) return t.table[column.heading]
  const extra = parseExtraColumn(id)
  if (!extra) return id
  return extra.kind === 'consent' ? channelName(extra.name, t) : extra.name
}
