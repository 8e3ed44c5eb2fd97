'use client'

import { Fact, Facts, LeadFact, MomentFact, TextFact } from '@/components/record/facts'
import { ContactFor } from '@/components/record/sections/contact-for'
import { Section, type SectionProps } from '@/components/record/sections/section'
import { useIntl } from '@/components/ui/intl'
import { useWritePhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import { mailLink, phoneLink } from '@/lib/customers/contact-links'
import type { Customer } from '@/lib/customers/customer'
import { displayName, personName } from '@/lib/customers/display-name'
import { plural } from '@/lib/messages/messages'
import { ageOn, formatDateOfBirth } from '@/lib/time'

/** Longer names are cut in the heading, and so stand here once more, whole. */
const longestHeadingName = 36

function DateOfBirth({ value }: { value: string | undefined }) {
  const { t, locale, zone, now } = useIntl()
  if (!value?.trim()) return null
  const age = ageOn(value, now, zone)
  return (
    <Fact label={t.record.dateOfBirth} note={age !== null && plural(t.record.years, age, locale)}>
      <Text>{formatDateOfBirth(value, locale)}</Text>
    </Fact>
  )
}

function EnrolledBy({ enrolled_by: source }: Customer) {
  const { t } = useIntl()
  const type = source?.type?.trim()
  const value = source?.value?.trim()
  if (!type) return <TextFact label={t.record.enrolledBy} value={value} />
  return (
    <Fact label={t.record.enrolledBy} note={value && <Text>{value}</Text>}>
      <Text>{type}</Text>
    </Fact>
  )
}

function Terms({ term }: Customer) {
  const { t } = useIntl()
  if (!term?.accepted_at) return <TextFact label={t.record.terms} value={term?.id} />
  return <MomentFact label={t.record.terms} iso={term.accepted_at} />
}

/** Who this is and how to reach them, then what else is known. */
export function OverviewSection({ accountId, customer, layout }: SectionProps) {
  const { t } = useIntl()
  const writePhone = useWritePhone()
  const { email, phone_number: phone } = customer
  const inDrawer = layout === 'drawer'
  const name = displayName(customer)
  const person = personName(customer)
  return (
    <Section id="overview" title={t.record.overview} layout={layout} untitled={inDrawer}>
      <Facts>
        <LeadFact
          label={t.record.phone}
          value={phone}
          written={phone && writePhone(phone)}
          href={phone ? phoneLink(phone) : null}
        />
        <LeadFact label={t.record.email} value={email} href={email ? mailLink(email) : null} />
        {name.length > longestHeadingName && <TextFact label={t.table.name} value={name} />}
        {person !== name && <TextFact label={t.record.person} value={person} />}
        <DateOfBirth value={customer.date_of_birth} />
        <TextFact label={t.record.customerId} value={customer.customer_id} copyable />
        <TextFact label={t.record.id} value={customer.id} copyable />
        <ContactFor accountId={accountId} customer={customer} />
      </Facts>
      <Facts two={inDrawer}>
        <Fact label={t.record.type}>{t.types[customer.type]}</Fact>
        <TextFact label={t.record.gender} value={customer.gender} />
        <TextFact label={t.record.status} value={customer.status} />
        <TextFact label={t.record.favouriteStore} value={customer.favorite_store} />
      </Facts>
      <Facts>
        <EnrolledBy {...customer} />
        <Terms {...customer} />
        <MomentFact label={t.record.created} iso={customer.created_at} />
        <TextFact label={t.record.createdBy} value={customer.created_by} copyable />
        <MomentFact label={t.record.updated} iso={customer.updated_at} />
      </Facts>
    </Section>
  )
}
