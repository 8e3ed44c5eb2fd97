import { isProductColumn, parseExtraColumn, productHeads } from '@/lib/customers/columns/column-ids'
import { channelName } from '@/lib/customers/format/channel-name'
import type { Messages } from '@/lib/messages/messages'

/** The name of a column in the reader's language; that of an attribute is the account's own. */
export function columnName(id: string, t: Messages): string {
  if (isProductColumn(id)) return t.table[productHeads[id]]
  const extra = parseExtraColumn(id)
  if (!extra) return id
  return extra.kind === 'consent' ? channelName(extra.name, t) : extra.name
}
