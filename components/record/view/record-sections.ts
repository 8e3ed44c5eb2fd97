import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { recordQueries } from '@/lib/api/queries/record'
import { readableAddresses } from '@/lib/customers/format/address-lines'
import { consentChannels } from '@/lib/customers/model/consent-channels'
import type { Customer } from '@/lib/customers/model/customer'
import type { RecordAnswer } from '@/lib/customers/model/record'
import type { SectionId } from '@/lib/customers/model/record-section'

/** Where there is room for two columns: the first, then the second. */
export const sectionColumns = [
  ['overview', 'addresses', 'consent', 'company'],
  ['contacts', 'tags', 'attributes', 'activity', 'raw'],
] as const satisfies readonly (readonly SectionId[])[]

/** Whether anything at all is known of a company. */
export function hasCompany({ company }: Customer): boolean {
  return Object.values(company ?? {}).some((value) => value.trim() !== '')
}

/** Whether a section has a place in this record, for this person. */
export function hasSection(
  customer: Customer,
  id: SectionId,
  record: RecordAnswer | undefined,
  mayReadActivity: boolean,
): boolean {
  if (id === 'activity') return mayReadActivity
  if (id !== 'company') return true
  return hasCompany(customer) || (record?.wrong.some(({ path }) => path[0] === 'company') ?? false)
}

/** What the section bar says beside a name: how many there are, where that is known and there is any. */
export function useSectionCounts(accountId: string, customer: Customer, locale: string) {
  const id = customer.customer_id
  const tags = useQuery(recordQueries.tags(accountId, id)).data?.tags.length ?? 0
  const tokens = useInfiniteQuery(recordQueries.tokens(accountId, id)).data?.pages.flatMap((page) => page.tokens) ?? []
  const contacts = useInfiniteQuery({ ...recordQueries.contacts(accountId, id), enabled: false }).data?.pages
  const counts: Partial<Record<SectionId, number>> = {
    addresses: readableAddresses(customer.addresses, locale).length,
    consent: consentChannels(customer).length,
    contacts: customer.contact_for?.length || contacts?.flatMap(({ customers }) => customers).length,
    tags: tags + tokens.filter(({ deleted_at }) => deleted_at === undefined).length,
    attributes: Object.keys(customer.attributes ?? {}).length,
  }
  return (section: SectionId): number | null => counts[section] || null
}
