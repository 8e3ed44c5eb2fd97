import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { columnName } from '@/lib/customers/columns/column-name'
import { localIsoDateTime } from '@/lib/customers/columns/local-iso-date-time'
import { channelName } from '@/lib/customers/format/channel-name'
import { valueWord } from '@/lib/customers/format/value-word'
import { valuesOf } from '@/lib/customers/model/attributes'
import { consentOf } from '@/lib/customers/model/consent'
import type { Customer } from '@/lib/customers/model/customer'
import { displayName, isTombstone } from '@/lib/customers/model/display-name'
import type { Messages } from '@/lib/messages/messages'

/** What a column holds of a customer, as text or as a number; the same for a file and for whoever copies a column. */

export type CellWords = { t: Messages; zone: string; formatPhone: (e164: string) => string }

/** A number that a spreadsheet holds with all its digits (15). Longer ones and lists are texts. */
const isExactNumber = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) < 1e15 && Number(value.toPrecision(15)) === value

function attributeValueText(value: unknown, { t }: CellWords): string {
  if (typeof value === 'boolean') return t.record.answers[value ? 'yes' : 'no']
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return value === null || value === undefined ? '' : String(value)
}

function attributeCell({ attributes = {} }: Customer, name: string, words: CellWords): string | number | null {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : null
  if (isExactNumber(value)) return value
  return valuesOf(value)
    .map((one) => attributeValueText(one, words))
    .join(', ')
}

function consentText(customer: Customer, channel: string, { t }: CellWords): string {
  return isTombstone(customer) ? '' : t.record.answers[consentOf(customer, channel).answer]
}

const productCells: Record<string, (customer: Customer, words: CellWords) => string | null | undefined> = {
  name: (customer, { t }) => (isTombstone(customer) ? t.table.deletedCustomer : displayName(customer)),
  customer_id: ({ customer_id }) => customer_id,
  type: ({ type }, { t }) => t.types[type],
  email: ({ email }) => email,
  phone: ({ phone_number }, { formatPhone }) => phone_number && formatPhone(phone_number),
  status: ({ status }, { t }) => valueWord('status', status, t),
  store: ({ favorite_store }) => favorite_store,
  consent: (customer, words) =>
    isTombstone(customer)
      ? null
      : (['sms', 'email'] as const)
          .map((channel) => `${channelName(channel, words.t)}: ${consentText(customer, channel, words)}`)
          .join(', '),
  place: ({ addresses }) => addresses?.[0]?.postal_place,
  created: ({ created_at }, { zone }) => created_at && localIsoDateTime(created_at, zone),
  updated: ({ updated_at }, { zone }) => updated_at && localIsoDateTime(updated_at, zone),
  deleted: ({ deleted_at }, { zone }) => deleted_at && localIsoDateTime(deleted_at, zone),
}

/** The value of a column for a customer; null where there is none. Dates are ISO, in the zone of the words. */
export function columnCell(customer: Customer, id: string, words: CellWords): string | number | null {
  const extra = parseExtraColumn(id)
  const cell =
    extra === null
      ? productCells[id]?.(customer, words)
      : extra.kind === 'attribute'
        ? attributeCell(customer, extra.name, words)
        : consentText(customer, extra.name, words)
  return cell === undefined || cell === '' ? null : cell
}

const datesWithZone = ['created', 'updated', 'deleted']

/** The head of a column in a file, where dates name their zone and a channel says of what it is. */
export function columnHead(id: string, { t, zone }: Pick<CellWords, 't' | 'zone'>): string {
  const name = columnName(id, t)
  if (parseExtraColumn(id)?.kind === 'consent') return `${t.table.consent}: ${name}`
  return datesWithZone.includes(id) ? `${name} (${zone})` : name
}
