'use client'

import { Fact } from '@/components/record/facts/facts'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import type { Customer } from '@/lib/customers/model/customer'
import { type IdentityChange, identityHistory } from '@/lib/customers/model/identity-history'
import { fill } from '@/lib/messages/messages'
import { formatDate } from '@/lib/time'

/** The `customer_id`, and beside it the last former one. */
export function CustomerIdFact({ customer }: { customer: Customer }) {
  const { t, locale, zone } = useIntl()
  const [last] = identityHistory(customer)
  const date = last?.at ? formatDate(last.at, locale, zone) : '?'
  const note = last && <Text translate="yes">{fill(t.record.formerId, { id: last.from, date })}</Text>
  return (
    <Fact label={t.record.customerId} copy={customer.customer_id} lead exact note={note}>
      <Text>{customer.customer_id}</Text>
    </Fact>
  )
}

/** All former ids of a customer: receipts and discounts keep the old id (contract page). */
export function FormerIdsFact({ customer }: { customer: Customer }) {
  const { t, locale, zone } = useIntl()
  const changes = identityHistory(customer)
  const date = ({ at }: IdentityChange) => (at ? formatDate(at, locale, zone) : '?')
  if (changes.length === 0) return null
  return (
    <Fact label={t.record.formerIds} copy={changes.map(({ from }) => from).join('\n')}>
      <ul>
        {changes.map((change) => (
          <li key={`${change.at} ${change.from}`}>
            <Text translate="yes">
              {fill(change.by ? t.record.formerIdBy : t.record.formerIdUntil, {
                id: change.to ? `${change.from} → ${change.to}` : change.from,
                date: date(change),
                who: change.by ?? '',
              })}
            </Text>
          </li>
        ))}
      </ul>
    </Fact>
  )
}
