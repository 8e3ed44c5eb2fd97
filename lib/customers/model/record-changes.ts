import type { Customer } from '@/lib/customers/model/customer'
import type { CustomerRecord } from '@/lib/customers/model/record'

/** Whether two JSON values are equal, whatever the order of their properties. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return left.length === right.size && left.every(([name, value]) => right.has(name) && isSame(value, right.get(name)))
}

/** The properties in which two versions of a customer differ, in the order of the newer one; `updated_at` is ignored. */
export function changedProperties(before: Customer, after: Customer): (keyof Customer)[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])] as (keyof Customer)[]
  return names.filter((name) => name !== 'updated_at' && !isSame(before[name], after[name]))
}

/** Whether two versions of a record differ in anything. */
export function hasChanged(before: CustomerRecord, after: CustomerRecord): boolean {
  const read = ({ customer, other, wrong }: CustomerRecord) => [customer, other, wrong]
  return !isSame(read(before), read(after))
}
