import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { productColumn } from '@/lib/customers/columns/product-columns'
import type { AttributeSetting } from '@/lib/customers/model/customer'

/** Whether a person without `contact:read` sees a column masked; without the settings, every attribute. */
export function isColumnMasked(id: string, settings: readonly AttributeSetting[] | undefined): boolean {
  const extra = parseExtraColumn(id)
  if (extra?.kind !== 'attribute') return productColumn(id)?.isMasked === true
  return settings?.find(({ name }) => name === extra.name)?.private !== false
}
