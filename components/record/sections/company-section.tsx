'use client'

import { Check, ExternalLink, TriangleAlert } from 'lucide-react'
import { Fact, Facts, TextFact } from '@/components/record/facts/facts'
import { InvalidValues } from '@/components/record/facts/invalid-values'
import { Section, type SectionProps } from '@/components/record/sections/section'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import {
  isOrganizationNumber,
  looksLikeOrganizationNumber,
  writeOrganizationNumber,
} from '@/lib/customers/format/organization-number'
import { safeLink } from '@/lib/customers/format/website'

/** A website that may be linked opens in a new tab and learns nothing of this page; any other is plain text. */
function Website({ value }: { value: string | undefined }) {
  const { t } = useIntl()
  const href = safeLink(value)
  if (!value?.trim() || !href) return <TextFact label={t.record.website} value={value} />
  return (
    <Fact label={t.record.website} copy={value}>
      <a href={href} target="_blank" rel="noopener noreferrer" className="text-accent-text hover:underline">
        <Text>{value}</Text>
        <span className="ml-1.5 inline-block align-[-1px]">
          <ExternalLink size={12} className="text-text-3" />
        </span>
        <span className="sr-only"> ({t.record.opensInNewTab})</span>
      </a>
    </Fact>
  )
}

/** Whether the check digit of a Norwegian number holds; a number of another form says nothing of itself. */
function CheckDigit({ number }: { number: string }) {
  const { t } = useIntl()
  if (!looksLikeOrganizationNumber(number)) return null
  const holds = isOrganizationNumber(number)
  return (
    <span className={`inline-flex items-center gap-1 ${holds ? '' : 'text-warn'}`}>
      {holds ? <Check size={12} className="text-ok" /> : <TriangleAlert size={12} />}
      {t.record.checkDigit[holds ? 'holds' : 'fails']}
    </span>
  )
}

/** What is known of the company; the caller leaves the section out where nothing is. */
export function CompanySection({ customer, layout, record }: SectionProps) {
  const { t } = useIntl()
  const { company = {} } = customer
  const number = company.organization_number
  return (
    <Section id="company" title={t.record.company} layout={layout}>
      <Facts>
        <TextFact label={t.record.businessName} value={company.business_name} />
        <TextFact
          label={t.record.organizationNumber}
          value={number}
          written={number && writeOrganizationNumber(number)}
          note={number && <CheckDigit number={number} />}
          lead
        />
        <TextFact label={t.record.department} value={company.department} />
        <TextFact label={t.record.industry} value={company.industry} />
        <TextFact label={t.record.employees} value={company.number_of_employees} />
        <Website value={company.website} />
      </Facts>
      <InvalidValues wrong={record?.wrong ?? []} of="company" />
    </Section>
  )
}
