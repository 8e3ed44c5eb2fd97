import 'server-only'
import { formatPhone } from '@/lib/customers/format/format-phone'
import type { Customer } from '@/lib/customers/model/customer'

/**
 * The formatted phone numbers of these customers, and the one that was searched for, so that the first render needs no phone
 * library in the browser.
 */
export function writtenPhones(customers: readonly Customer[], sought: string | null = null): Record<string, string> {
  const phones = [...customers, { phone_number: sought }].flatMap(({ phone_number }) => phone_number ?? [])
  return Object.fromEntries(phones.map((phone) => [phone, formatPhone(phone)]))
}
