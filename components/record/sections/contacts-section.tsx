'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ContactScan } from '@/components/record/contacts/contact-scan'
import { PeopleTable } from '@/components/record/contacts/people-table'
import { InvalidValues } from '@/components/record/facts/invalid-values'
import { QueryFailure } from '@/components/record/facts/query-content'
import { Section, SectionCount, type SectionProps } from '@/components/record/sections/section'
import { useIntl } from '@/components/ui/intl'
import { recordQueries } from '@/lib/api/queries/record'
import type { Customer } from '@/lib/customers/model/customer'

/** The customers that a contact belongs to, fetched by one call. */
function ContactFor({ accountId, customer }: { accountId: string; customer: Customer }) {
  const { t } = useIntl()
  const query = useQuery(recordQueries.contactFor(accountId, customer.customer_id))
  const { data, isPending } = query
  const ids = [...new Set(customer.contact_for?.flatMap(({ customer_id }) => (customer_id ? [customer_id] : [])))]
  const known = new Set(data?.customers.map(({ customer_id }) => customer_id))
  const missing = new Set(data?.missing)
  // The ids are shown at once, and replaced by the customers when these arrive.
  const others = ids.filter((id) => !known.has(id)).map((id) => ({ id, note: noteOf(id) }))
  function noteOf(id: string): string {
    if (isPending) return t.record.readingPart
    return missing.has(id) ? t.record.noSuchRecord : t.record.notAsked
  }
  if (ids.length === 0) return <p className="text-text-2">{t.record.noContactFor}</p>
  return (
    <>
      <PeopleTable
        accountId={accountId}
        label={t.record.contactForTitle}
        people={data?.customers ?? []}
        others={others}
      />
      <QueryFailure query={query} failed={t.record.partFailed.contactFor} />
    </>
  )
}

/** The contacts of a customer; for a contact, the customers that it belongs to. */
export function ContactsSection({ accountId, customer, layout, record }: SectionProps) {
  const { t } = useIntl()
  const isContact = customer.type === 'contact' || (customer.contact_for?.length ?? 0) > 0
  return (
    <Section id="contacts" title={isContact ? t.record.contactForTitle : t.record.contacts} layout={layout}>
      {isContact ? (
        <ContactFor accountId={accountId} customer={customer} />
      ) : (
        <ContactScan accountId={accountId} customer={customer} />
      )}
      <InvalidValues wrong={record?.wrong ?? []} of="contacts" />
    </Section>
  )
}

/** Counts the contacts found so far; it does not start the search for them. */
export function ContactCount({ accountId, customer }: { accountId: string; customer: Customer }) {
  const { data } = useInfiniteQuery({ ...recordQueries.contacts(accountId, customer.customer_id), enabled: false })
  const found = data?.pages.flatMap(({ customers }) => customers).length
  return <SectionCount count={customer.contact_for?.length || found} />
}
