import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import type { AttributeSetting } from '@/lib/customers/model/customer'

/** The columns of the product that are masked, as `customer-mask.ts` masks their values. */
const maskedColumns = ['email', 'phone']

/** Whether a person without `contact:read` sees a column masked; without the settings, every attribute. */
export function isColumnMasked(id: string, settings: readonly AttributeSetting[] | undefined): boolean {
  const extra = parseExtraColumn(id)
  if (extra?.kind !== 'attribute') return maskedColumns.includes(id)
  return settings?.find(({ name }) => name === extra.name)?.private !== false
}
