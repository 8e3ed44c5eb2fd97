'use client'

import { useQuery } from '@tanstack/react-query'
import { Facts, LeadFact, TextFact } from '@/components/record/facts/facts'
import { InvalidValues } from '@/components/record/facts/invalid-values'
import { DateOfBirth } from '@/components/record/sections/date-of-birth'
import { CustomerIdFact } from '@/components/record/sections/identity-facts'
import { MoreFacts } from '@/components/record/sections/more-facts'
import { SamePerson } from '@/components/record/sections/same-person'
import { Section, type SectionProps } from '@/components/record/sections/section'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { recordQueries } from '@/lib/api/queries/record'
import { filterLink } from '@/lib/customers/filters/filter-link'
import { mailLink, phoneLink } from '@/lib/customers/format/contact-links'
import { valueWord } from '@/lib/customers/format/value-word'
import { displayName, personName } from '@/lib/customers/model/display-name'
import type { CommunicationAnswer } from '@/lib/customers/model/record'
import { fill } from '@/lib/messages/messages'
import { formatDate, parseInstant } from '@/lib/time'

/** Longer names are cut in the heading, and are therefore repeated in full. */
const longestHeadingName = 36

type Reachable = CommunicationAnswer['communication']['email']

/** Whether Dintero has verified an email or a phone and allows its use; undefined until that is known. */
function useReachableNote(reachable: Reachable) {
  const { t, locale, zone } = useIntl()
  if (!reachable) return undefined
  const { verified_at, allowed } = reachable
  const verified = parseInstant(verified_at)
    ? fill(t.record.verified, { date: formatDate(verified_at ?? '', locale, zone) })
    : t.record.notVerified
  return allowed === false ? `${verified}, ${t.record.notAllowed}` : verified
}

/** What is asked for on the phone: how to reach the customer, and who it is. The other facts are folded below. */
export function OverviewSection({ accountId, customer, layout, record }: SectionProps) {
  const { t } = useIntl()
  const formatPhone = useFormatPhone()
  const { data } = useQuery(recordQueries.communication(accountId, customer.customer_id))
  const phoneNote = useReachableNote(data?.communication.phone_number)
  const emailNote = useReachableNote(data?.communication.email)
  const { email, phone_number: phone } = customer
  const inDrawer = layout === 'drawer'
  const name = displayName(customer)
  const person = personName(customer)
  return (
    <Section id="overview" title={t.record.overview} layout={layout} untitled={inDrawer}>
      <Facts>
        <LeadFact
          label={t.record.phone}
          field="phone_number"
          value={phone}
          formatted={phone && formatPhone(phone)}
          href={phone ? phoneLink(phone) : null}
          filter={phone && filterLink(accountId, { phone_number: phone, type: 'any' })}
          note={phoneNote}
        />
        <LeadFact
          label={t.record.email}
          field="email"
          value={email}
          href={email ? mailLink(email) : null}
          filter={email && filterLink(accountId, { email, type: 'any' })}
          note={emailNote}
        />
        {name.length > longestHeadingName && <TextFact label={t.table.name} value={name} />}
        {person !== name && <TextFact label={t.record.person} value={person} />}
        <DateOfBirth customer={customer} />
        <CustomerIdFact customer={customer} />
      </Facts>
      <Facts two={inDrawer}>
        <TextFact label={t.record.status} value={customer.status} formatted={valueWord('status', customer.status, t)} />
        <TextFact label={t.record.favouriteStore} value={customer.favorite_store} />
      </Facts>
      <MoreFacts accountId={accountId} customer={customer} record={record} />
      <InvalidValues wrong={record?.wrong ?? []} of="overview" />
      <SamePerson accountId={accountId} customer={customer} />
    </Section>
  )
}
