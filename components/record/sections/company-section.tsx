'use client'

import { Check, ExternalLink, TriangleAlert } from 'lucide'
import { Fact, Facts, TextFact } from '@/components/record/facts/facts'
import { InvalidValues } from '@/components/record/facts/invalid-values'
import { Section, type SectionProps } from '@/components/record/sections/section'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import {
  formatOrganizationNumber,
  isOrganizationNumber,
  looksLikeOrganizationNumber,
} from '@/lib/customers/format/organization-number'
import { safeLink } from '@/lib/customers/format/website'

/** A link that opens in a new tab and sends no referrer; plain text where the URL is not safe to link. */
function Website({ value }: { value: string | undefined }) {
  const { t } = useIntl()
  const href = safeLink(value)
  if (!value?.trim() || !href) return <TextFact label={t.record.website} value={value} />
  return (
    <Fact label={t.record.website} copy={value}>
      <a href={href} target="_blank" rel="noopener noreferrer" className="text-accent-text hover:underline">
        <Text>{value}</Text>
        <span className="ml-1.5 inline-block align-icon">
          <Icon of={ExternalLink} size={12} className="text-text-3" />
        </span>
        <span className="sr-only"> ({t.record.opensInNewTab})</span>
      </a>
    </Fact>
  )
}

/** Whether the check digit of a Norwegian organization number is right; nothing for a number of another form. */
function CheckDigit({ number }: { number: string }) {
  const { t } = useIntl()
  if (!looksLikeOrganizationNumber(number)) return null
  const holds = isOrganizationNumber(number)
  return (
    <span className={`inline-flex items-center gap-1 ${holds ? '' : 'text-warn'}`}>
      {holds ? <Icon of={Check} size={12} className="text-ok" /> : <Icon of={TriangleAlert} size={12} />}
      <span>{t.record.checkDigit[holds ? 'holds' : 'fails']}</span>
    </span>
  )
}

/** Whether anything is known of a company, be it invalid. */
export function hasCompany({ customer, record }: Pick<SectionProps, 'customer' | 'record'>): boolean {
  const hasText = Object.values(customer.company ?? {}).some((value) => value.trim() !== '')
  return hasText || (record?.wrong.some(({ path }) => path[0] === 'company') ?? false)
}

/** What is known of the company; the section is not shown where nothing is. */
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
          formatted={number && formatOrganizationNumber(number)}
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
