import type { Customer } from '@/lib/customers/model/customer'
import { encodeSegment } from '@/lib/encode-segment'

/**
 * The URL of a customer in Dintero's back office: `template` with `{account}`, `{customer_id}` and `{id}` replaced, each
 * encoded. Null where the template needs an `id` and the customer has none.
 */
export function backOfficeLink(template: string, account: string, customer: Customer): string | null {
  const { customer_id, id = '' } = customer
  if (template.includes('{id}') && id === '') return null
  const values: Record<string, string> = { account, customer_id, id }
  return template.replace(/\{(account|customer_id|id)\}/g, (_, name: string) => encodeSegment(values[name] ?? ''))
}
