'use client'

import { useQuery } from '@tanstack/react-query'
import { type IconNode, Lock, TriangleAlert } from 'lucide'
import type { ReactNode } from 'react'
import { Fact, Facts } from '@/components/record/facts/facts'
import { InvalidValues } from '@/components/record/facts/invalid-values'
import { QueryFailure } from '@/components/record/facts/query-content'
import { JsonTree } from '@/components/record/raw/json-tree'
import { RevealTool } from '@/components/record/reveal/reveal-tool'
import { Section, SectionCount, type SectionProps } from '@/components/record/sections/section'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/time/timestamp'
import { accountQueries } from '@/lib/api/queries/account'
import { formatDateOfBirth } from '@/lib/calendar'
import { filterLink } from '@/lib/customers/filters/filter-link'
import { mailLink, phoneLink } from '@/lib/customers/format/contact-links'
import { type Attribute, attributeText, listAttributes, valuesOf } from '@/lib/customers/model/attributes'
import type { Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'
import { attributeField } from '@/lib/customers/model/reveal'
import { fill } from '@/lib/messages/messages'

/** One value, formatted by its declared type; unchanged where it has none or does not fit it. */
function AttributeValue({ attribute: { declared, isOfType }, value }: { attribute: Attribute; value: unknown }) {
  const { t, locale } = useIntl()
  const formatPhone = useFormatPhone()
  if (value === null || value === '') return <span className="text-text-3">{t.record.empty}</span>
  if (typeof value === 'boolean') return <span>{value ? t.record.yes : t.record.no}</span>
  if (isOfType && declared && typeof value === 'number')
    return <span>{value.toLocaleString(locale, { maximumFractionDigits: 20 })}</span>
  const type = isOfType ? declared?.type : undefined
  if (typeof value !== 'string') return <Text>{JSON.stringify(value)}</Text>
  if (type === 'date') return <Text>{formatDateOfBirth(value, locale)}</Text>
  if (type === 'date-time') return <Timestamp iso={value} as="moment" />
  const href = type === 'phonenumber' ? phoneLink(value) : type === 'email' ? mailLink(value) : null
  const text = <Text>{type === 'phonenumber' ? formatPhone(value) : value}</Text>
  return href ? (
    <a href={href} className="hover:underline">
      {text}
    </a>
  ) : (
    text
  )
}

function Mark({ icon, warn = false, children }: { icon: IconNode; warn?: boolean; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-1 ${warn ? 'text-warn' : ''}`}>
      <Icon of={icon} size={12} />
      <span>{children}</span>
    </span>
  )
}

function AttributeFact({ accountId, attribute }: { accountId: string; attribute: Attribute }) {
  const { t } = useIntl()
  const { name, declared, value, isOfType } = attribute
  const values = valuesOf(value)
  const texts = values.flatMap((one) => attributeText(one) ?? [])
  const only = texts.length === 1 ? texts[0] : undefined
  const filter =
    only === undefined ? undefined : filterLink(accountId, { attributes_keys: [name], attributes_values: [only] })
  return (
    <Fact
      label={name}
      field={attributeField(name)}
      copy={only ?? (value === null ? undefined : JSON.stringify(value))}
      filter={filter}
      note={
        <>
          {declared?.private && <Mark icon={Lock}>{t.record.attributePrivate}</Mark>}
          {declared && !isOfType && (
            <Mark icon={TriangleAlert} warn>
              {fill(t.record.attributeWrong, { type: t.record.attributeTypes[declared.type] })}
            </Mark>
          )}
        </>
      }
    >
      {values.length === 0 && <span className="text-text-3">{t.record.empty}</span>}
      {values.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two values may be alike, and none moves
        <span key={at}>
          <span>{at > 0 && ', '}</span>
          <AttributeValue attribute={attribute} value={one} />
        </span>
      ))}
    </Fact>
  )
}

const isScalarOrList = ({ value }: Attribute) => valuesOf(value).every((one) => typeof one !== 'object' || one === null)

/** Attributes in the order that the account declares, then metadata, then properties that are not in the contract. */
export function AttributesSection({ accountId, customer, layout, record }: SectionProps) {
  const { t, locale } = useIntl()
  const query = useQuery(accountQueries.settings(accountId))
  const attributes = listAttributes(customer, query.data?.attributes ?? [])
  const { metadata = {} } = customer
  const other = record?.other ?? {}
  const hasMetadata = Object.keys(metadata).length > 0
  const hasOther = Object.keys(other).length > 0
  return (
    <Section id="attributes" title={t.record.attributesTitle} layout={layout} note={attributes.length}>
      {attributes.length === 0 && !hasMetadata && !hasOther && <p className="text-text-2">{t.record.noAttributes}</p>}
      <Facts>
        {attributes.filter(isScalarOrList).map((attribute) => (
          <AttributeFact key={attribute.name} accountId={accountId} attribute={attribute} />
        ))}
      </Facts>
      {attributes
        .filter((attribute) => !isScalarOrList(attribute))
        .map(({ name, value }) => (
          <JsonTree key={name} label={name} value={value} />
        ))}
      {hasMetadata && <JsonTree label={t.record.metadata} value={metadata} />}
      <RevealTool
        field="metadata"
        what={t.record.metadata.toLocaleLowerCase(locale)}
        isMasked={Object.hasOwn(metadata, maskText)}
      />
      {hasOther && <JsonTree label={t.record.otherProperties} value={other} />}
      <QueryFailure query={query} failed={t.record.partFailed.settings} />
      <InvalidValues wrong={record?.wrong ?? []} of="attributes" />
    </Section>
  )
}

export function AttributeCount({ customer }: { customer: Customer }) {
  return <SectionCount count={Object.keys(customer.attributes ?? {}).length} />
}
