'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide'
import { useEffect, useState } from 'react'
import { FoundContacts } from '@/components/record/contacts/found-contacts'
import { PeopleTable } from '@/components/record/contacts/people-table'
import { InvalidValues } from '@/components/record/facts/invalid-values'
import { QueryFailure, QuerySkeleton } from '@/components/record/facts/query-content'
import { Section, SectionCount, type SectionProps } from '@/components/record/sections/section'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { customerQueries } from '@/lib/api/queries/customers'
import { recordQueries } from '@/lib/api/queries/record'
import { noFilters } from '@/lib/customers/filters/customer-query'
import type { Customer } from '@/lib/customers/model/customer'
import { fill, plural } from '@/lib/messages/messages'

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

/**
 * How many steps of the scan follow each other without a press: 2,500 contacts at most, which are 25 calls to Dintero.
 * Whoever needs more of so large an account presses for as many again.
 */
const stepsOnTheirOwn = 5

/** The contacts of a customer. They are found by a scan in steps: a contact names its customer, and not the reverse. */
function ContactsOf({ accountId, customer }: { accountId: string; customer: Customer }) {
  const { t, locale } = useIntl()
  const [maxSteps, setMaxSteps] = useState(customer.type === 'company' ? stepsOnTheirOwn : 0)
  const isRequested = maxSteps > 0
  const query = useInfiniteQuery({ ...recordQueries.contacts(accountId, customer.customer_id), enabled: isRequested })
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query
  const steps = data?.pages.length ?? 0
  useEffect(() => {
    if (steps > 0 && steps < maxSteps && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [steps, maxSteps, hasNextPage, isFetching, isError, fetchNextPage])
  const total = useQuery({
    ...customerQueries.total(accountId, { ...noFilters, type: 'contact' }),
    enabled: hasNextPage,
  }).data?.total
  const contacts = data?.pages.flatMap(({ customers }) => customers) ?? []
  const looked = data?.pages.reduce((sum, step) => sum + step.looked, 0) ?? 0
  if (!isRequested)
    return (
      <p className="flex flex-wrap items-center gap-2">
        <Button size="small" onClick={() => setMaxSteps(stepsOnTheirOwn)} className="print:hidden">
          <Icon of={Search} size={12} />
          {t.record.lookForContacts}
        </Button>
      </p>
    )
  const words = contacts.length === 0 ? t.record.noneAmong : t.record.checkedSome
  const among = {
    looked: looked.toLocaleString(locale),
    // Contacts that were added meanwhile are not in the total.
    of: plural(t.record.contactCount, Math.max(total ?? looked, looked), locale),
  }
  return (
    <>
      {contacts.length > 0 && <FoundContacts accountId={accountId} customer={customer} contacts={contacts} />}
      {data && (
        <div className="flex min-h-7 flex-wrap items-center gap-2">
          <p role="status" className="min-w-0 text-12 text-text-2" title={t.record.contactsHow}>
            {hasNextPage
              ? fill(typeof total === 'number' ? words.ofTotal : words.alone, among)
              : contacts.length === 0 && t.record.noContacts}
          </p>
          {hasNextPage && !isError && (
            <Button
              size="small"
              aria-busy={isFetching}
              onClick={() => setMaxSteps(steps + stepsOnTheirOwn)}
              className="print:hidden"
            >
              {isFetching ? t.record.readingPart : t.record.lookFurther}
            </Button>
          )}
        </div>
      )}
      {!data && isFetching && <QuerySkeleton what={t.record.contacts} />}
      <QueryFailure query={query} failed={t.record.partFailed.contacts} />
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
        <ContactsOf accountId={accountId} customer={customer} />
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
