import { readableAddresses } from '@/lib/customers/address-lines'
import { consentChannels } from '@/lib/customers/consent'
import type { Customer } from '@/lib/customers/customer'

/** The sections in the order in which they stand. */
export type SectionId = 'overview' | 'addresses' | 'consent' | 'company' | 'tags'

/** Where there is room for two columns: the first, then the second. */
export const sectionColumns = [
  ['overview', 'addresses'],
  ['consent', 'company', 'tags'],
] as const satisfies readonly (readonly SectionId[])[]

/** Whether anything at all is known of a company. */
export function hasCompany({ company }: Customer): boolean {
  return Object.values(company ?? {}).some((value) => value.trim() !== '')
}

/** Whether a section has a place in this record. */
export function hasSection(customer: Customer, id: SectionId): boolean {
  return id !== 'company' || hasCompany(customer)
}

/** What the section bar says beside a name; null where there is nothing to count. */
export function sectionCount(customer: Customer, id: SectionId, tags: number | undefined, locale: string) {
  switch (id) {
    case 'addresses':
      return readableAddresses(customer.addresses, locale).length || null
    case 'consent':
      return consentChannels(customer).length
    case 'tags':
      return tags || null
    case 'overview':
    case 'company':
      return null
  }
}
