import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { columnName } from '@/lib/customers/columns/column-name'
import { consentText } from '@/lib/customers/columns/consent-values'
import { localIsoDateTime } from '@/lib/customers/columns/local-iso-date-time'
import { type CellWords, productColumn } from '@/lib/customers/columns/product-columns'
import { valuesOf } from '@/lib/customers/model/attributes'
import type { Customer } from '@/lib/customers/model/customer'

/** What a column holds of a customer, as text or as a number; the same for a file and for whoever copies a column. */

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

/** What a file has of a column of the product. */
function productCell(id: string, customer: Customer, words: CellWords): string | undefined {
  const column = productColumn(id)
  if (column?.fileText) return column.fileText(customer, words)
  const value = column?.value(customer, words.t)
  return column?.isInstant && value ? localIsoDateTime(value, words.zone) : value
}

/** The value of a column for a customer; null where there is none. Dates are ISO, in the zone of the words. */
export function columnCell(customer: Customer, id: string, words: CellWords): string | number | null {
  const extra = parseExtraColumn(id)
  const cell =
    extra === null
      ? productCell(id, customer, words)
      : extra.kind === 'attribute'
        ? attributeCell(customer, extra.name, words)
        : consentText(customer, extra.name, words.t)
  return cell === undefined || cell === '' ? null : cell
}

/** The head of a column in a file, where dates name their zone and a channel says of what it is. */
export function columnHead(id: string, { t, zone }: Pick<CellWords, 't' | 'zone'>): string {
  const name = columnName(id, t)
  if (parseExtraColumn(id)?.kind === 'consent') return `${t.table.consent}: ${name}`
  return productColumn(id)?.isInstant ? `${name} (${zone})` : name
}
