import 'server-only'
import { formatPhone } from '@/lib/customers/format/format-phone'
import type { Customer } from '@/lib/customers/model/customer'

/** The formatted phone numbers of these customers, so that the first render needs no phone library in the browser. */
export function writtenPhones(customers: readonly Customer[]): Record<string, string> {
  const phones = customers.flatMap(({ phone_number }) => phone_number ?? [])
  return Object.fromEntries(phones.map((phone) => [phone, formatPhone(phone)]))
}
