import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import type { AttributeSetting } from '@/lib/customers/model/customer'

/** Whether an account has a column: no longer one for an attribute that it does not declare; `undefined` while that is not known. */
export function isDeclaredColumn(id: string, attributes: readonly AttributeSetting[] | undefined): boolean {
  const extra = parseExtraColumn(id)
  return extra?.kind !== 'attribute' || !attributes || attributes.some(({ name }) => name === extra.name)
}
