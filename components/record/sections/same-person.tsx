'use client'

import { useQueries } from '@tanstack/react-query'
import { Search } from 'lucide'
import Link from 'next/link'
import { useState } from 'react'
import { QueryFailure, QuerySkeleton } from '@/components/record/facts/query-content'
import styles from '@/components/record/facts/record-table.module.css'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import { maxSameCustomers, recordQueries } from '@/lib/api/queries/record'
import { routes } from '@/lib/api/routes'
import { formatDateOfBirth } from '@/lib/calendar'
import { filterLink } from '@/lib/customers/filters/filter-link'
import { valueWord } from '@/lib/customers/format/value-word'
import { type ComparedProperty, compareCustomers } from '@/lib/customers/model/compare'
import type { Customer } from '@/lib/customers/model/customer'
import { canBeInUrl } from '@/lib/customers/model/customer-id'
import { fill, plural } from '@/lib/messages/messages'
import { formatDate } from '@/lib/time'

type Props = { accountId: string; customer: Customer }

function Comparison({ accountId, customer, others }: Props & { others: Customer[] }) {
  const { t, locale, zone } = useIntl()
  const formatPhone = useFormatPhone()
  const labels: Record<ComparedProperty, string> = {
    name: t.table.name,
    type: t.record.type,
    customer_id: t.record.customerId,
    email: t.record.email,
    phone_number: t.record.phone,
    date_of_birth: t.record.dateOfBirth,
    place: t.record.samePerson.place,
    status: t.record.status,
    created_at: t.record.created,
  }
  const format = (property: ComparedProperty, text: string): string => {
    if (property === 'phone_number') return formatPhone(text)
    if (property === 'date_of_birth') return formatDateOfBirth(text, locale)
    if (property === 'created_at') return formatDate(text, locale, zone)
    if (property === 'status') return valueWord('status', text, t)
    return property === 'type' ? t.types[text as Customer['type']] : text
  }
  const ids = [customer, ...others].map(({ customer_id }) => customer_id)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={`thin-scroll ${styles.scroll}`} aria-label={t.record.samePerson.title} tabIndex={0}>
      <table className={`${styles.table} ${styles.compare}`}>
        <thead>
          <tr>
            <th scope="col">{t.record.samePerson.property}</th>
            {ids.map((id, at) => (
              <th key={id} scope="col">
                {at === 0 ? t.record.samePerson.here : <Text>{id}</Text>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareCustomers(customer, others).map(({ property, values }) => (
            <tr key={property}>
              <th scope="row">{labels[property]}</th>
              {values.map(({ text, differs }, at) => (
                <td key={ids[at]}>
                  {property === 'customer_id' && at > 0 && canBeInUrl(text) ? (
                    <Link className={styles.link} href={routes.customer(accountId, text)} prefetch={false}>
                      <Text>{text}</Text>
                    </Link>
                  ) : (
                    <span className={differs ? styles.differs : undefined}>
                      {text && <Text>{format(property, text)}</Text>}
                      {differs && <span className="sr-only"> ({t.record.samePerson.differs})</span>}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Customers of any type that share the email or the phone: an email is unique only for each type (contract). */
export function SamePerson({ accountId, customer }: Props) {
  const { t, locale } = useIntl()
  const [isRequested, setIsRequested] = useState(false)
  const { email, phone_number } = customer
  const filters = [email && { email }, phone_number && { phone_number }].flatMap((filter) =>
    filter && filterLink(accountId, filter) ? [filter] : [],
  )
  const answers = useQueries({
    queries: filters.map((filter) => ({ ...recordQueries.same(accountId, filter), enabled: isRequested })),
  })
  if (filters.length === 0) return null
  const words = t.record.samePerson
  if (!isRequested)
    return (
      <p className="pt-2 print:hidden">
        <Button size="small" onClick={() => setIsRequested(true)}>
          <Icon of={Search} size={12} />
          {words.look}
        </Button>
      </p>
    )
  const shares = (other: Customer) =>
    other.customer_id !== customer.customer_id &&
    ((email !== undefined && other.email?.toLowerCase() === email.toLowerCase()) ||
      (phone_number !== undefined && other.phone_number === phone_number))
  const found = answers.flatMap(({ data }) => data?.customers.filter(shares) ?? [])
  const others = [...new Map(found.map((other) => [other.customer_id, other])).values()]
  const isCut = answers.some(({ data }) => (data?.customers.length ?? 0) === maxSameCustomers && data?.next)
  const isComplete = answers.every(({ isSuccess }) => isSuccess)
  return (
    <div className="pt-2">
      <div role="status" className="text-text-2">
        {answers.some(({ isFetching }) => isFetching) && <QuerySkeleton what={words.title} />}
        {isComplete && <span>{others.length === 0 ? words.none : plural(words.some, others.length, locale)}</span>}
        {isCut && <span>{` ${fill(words.first, { count: others.length })}`}</span>}
      </div>
      {answers.map((answer, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the two queries keep their order
        <QueryFailure key={at} query={answer} failed={t.record.partFailed.same} />
      ))}
      {others.length > 0 && <Comparison accountId={accountId} customer={customer} others={others} />}
    </div>
  )
}
