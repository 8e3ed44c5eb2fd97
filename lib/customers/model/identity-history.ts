import type { Customer } from '@/lib/customers/model/customer'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'
import { parseInstant } from '@/lib/time'

/** One change of a `customer_id`, as Dintero stores it in `metadata` (contract). */
export type IdentityChange = { from: string; to?: string; at?: string; by?: string }

const changeKey = /^dintero_change_customer_id_(\d{1,16})\./

const textOf = (holder: object, name: string): string | undefined => {
  const value: unknown = Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** The instant in a key (milliseconds since 1970), for an entry without one. */
function instantOf(milliseconds: string | undefined): string | undefined {
  const date = new Date(Number(milliseconds))
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** The earlier ids of a customer, newest change first. An entry without an old id is ignored. */
export function identityHistory({ metadata = {} }: Pick<Customer, 'metadata'>): IdentityChange[] {
  const changes = Object.entries(metadata).flatMap(([key, value]): IdentityChange[] => {
    const match = changeKey.exec(key)
    if (!match || typeof value !== 'object' || value === null) return []
    const from = textOf(value, 'old')
    const at = textOf(value, 'created_at') ?? instantOf(match[1])
    return from === undefined ? [] : [{ from, to: textOf(value, 'new'), at, by: textOf(value, 'created_by') }]
  })
  const time = ({ at }: IdentityChange) => parseInstant(at)?.getTime() ?? 0
  return changes.sort((a, b) => time(b) - time(a))
}

/** The earlier ids of a customer, newest first: receipts stay under the id of their time. */
export function formerIdsOf(customer: Customer): string[] {
  const ids = identityHistory(customer).map(({ from }) => from)
  return [...new Set(ids)].filter((id) => id !== customer.customer_id && canBeCustomerId(id))
}
