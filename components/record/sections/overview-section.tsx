'use client'

import { useQuery } from '@tanstack/react-query'
import { Fact, Facts, LeadFact, MomentFact, TextFact } from '@/components/record/facts/facts'
import { InvalidValues } from '@/components/record/facts/invalid-values'
import { RevealTool } from '@/components/record/reveal/reveal-tool'
import { DateOfBirth } from '@/components/record/sections/date-of-birth'
import { IdentityFacts } from '@/components/record/sections/identity-facts'
import { SamePerson } from '@/components/record/sections/same-person'
import { Section, type SectionProps } from '@/components/record/sections/section'
import { TermsFact } from '@/components/record/sections/terms-fact'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import { recordQueries } from '@/lib/api/queries/record'
import { filterLink } from '@/lib/customers/filters/filter-link'
import { mailLink, phoneLink } from '@/lib/customers/format/contact-links'
import type { Customer } from '@/lib/customers/model/customer'
import { displayName, personName } from '@/lib/customers/model/display-name'
import { maskText } from '@/lib/customers/model/masked'
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

function EnrolledBy({ enrolled_by: source }: Customer) {
  const { t, locale } = useIntl()
  const type = source?.type?.trim()
  const value = source?.value?.trim()
  if (!type) return <TextFact label={t.record.enrolledBy} value={value} />
  const isMasked = value === maskText
  return (
    <Fact
      label={t.record.enrolledBy}
      note={
        value && (
          <>
            <Text>{value}</Text>
            <RevealTool field="enrolled_by" what={t.record.enrolledBy.toLocaleLowerCase(locale)} isMasked={isMasked} />
          </>
        )
      }
      copy={value && !isMasked ? value : type}
    >
      <Text>{type}</Text>
    </Fact>
  )
}

/** Phone, email and identity first, then all other facts. */
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
        <IdentityFacts customer={customer} />
        <TextFact label={t.record.id} value={customer.id} />
      </Facts>
      <Facts two={inDrawer}>
        <Fact label={t.record.type} filter={filterLink(accountId, { type: customer.type })}>
          {t.types[customer.type]}
        </Fact>
        <TextFact label={t.record.gender} field="gender" value={customer.gender} />
        <TextFact label={t.record.status} value={customer.status} />
        <TextFact label={t.record.favouriteStore} value={customer.favorite_store} />
      </Facts>
      <Facts>
        <EnrolledBy {...customer} />
        <TermsFact accountId={accountId} term={customer.term} />
        <MomentFact label={t.record.created} iso={customer.created_at} />
        <TextFact label={t.record.createdBy} value={customer.created_by} />
        <MomentFact label={t.record.updated} iso={customer.updated_at} />
        <MomentFact label={t.record.readAt} iso={record?.read_at} />
      </Facts>
      <InvalidValues wrong={record?.wrong ?? []} of="overview" />
      <SamePerson accountId={accountId} customer={customer} />
    </Section>
  )
}
