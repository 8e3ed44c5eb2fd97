'use client'

import { useQuery } from '@tanstack/react-query'
import { CallFact } from '@/components/record/call/call-fact'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import { recordQueries } from '@/lib/api/queries/record'
import { addressLines, addressName, readableAddresses } from '@/lib/customers/format/address-lines'
import { mailLink, phoneLink } from '@/lib/customers/format/contact-links'
import { consentSentence } from '@/lib/customers/model/consent-channels'
import type { Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'

export type CallFactsProps = { accountId: string; customer: Customer }

type ReachProps = { label: string; field: 'phone_number' | 'email'; value: string; shown: string; href: string | null }

function Reach({ label, field, value, shown, href }: ReachProps) {
  const text = <Text>{shown}</Text>
  return (
    <CallFact label={label} field={field} isMasked={value === maskText}>
      {href ? (
        <a href={href} className="hover:underline">
          {text}
        </a>
      ) : (
        text
      )}
    </CallFact>
  )
}

/** How the customer is reached. */
export function ReachFacts({ customer }: CallFactsProps) {
  const { t } = useIntl()
  const formatPhone = useFormatPhone()
  const { phone_number: phone, email } = customer
  return (
    <>
      {phone?.trim() && (
        <Reach
          label={t.record.phone}
          field="phone_number"
          value={phone}
          shown={phone === maskText ? phone : formatPhone(phone)}
          href={phoneLink(phone)}
        />
      )}
      {email?.trim() && (
        <Reach label={t.record.email} field="email" value={email} shown={email} href={mailLink(email)} />
      )}
    </>
  )
}

/** Where the customer lives: each address as its country writes it. */
export function AddressFacts({ customer }: CallFactsProps) {
  const { t, locale } = useIntl()
  return readableAddresses(customer.addresses, locale).map((address, index) => (
    <CallFact
      // biome-ignore lint/suspicious/noArrayIndexKey: an address has no id of its own
      key={index}
      label={addressName(address, t)}
      field={index === 0 ? 'addresses' : undefined}
      isMasked={Object.values(address).includes(maskText)}
    >
      {addressLines(address, locale).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and none moves
        <span key={at} className="block w-full">
          <Text>{line}</Text>
        </span>
      ))}
    </CallFact>
  ))
}

/** How the customer may be contacted, as sentences. */
export function ConsentFact({ accountId, customer }: CallFactsProps) {
  const { t } = useIntl()
  const { data } = useQuery(recordQueries.communication(accountId, customer.customer_id))
  return (
    <CallFact label={t.record.consent}>
      <Text translate="yes">{consentSentence(customer, data?.communication, t)}</Text>
    </CallFact>
  )
}
