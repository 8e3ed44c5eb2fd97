'use client'

import { memo } from 'react'
import { RecordLink } from '@/components/record/facts/record-link'
import styles from '@/components/record/facts/record-table.module.css'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import type { Customer } from '@/lib/customers/model/customer'
import { displayName } from '@/lib/customers/model/display-name'
import type { Messages } from '@/lib/messages/messages'

type RowProps = { accountId: string; person: Customer; t: Messages; formatPhone: (e164: string) => string }

/** One customer. A company has thousands of contacts, of which those that are there are not rendered again as others come. */
const PersonRow = memo(function PersonRow({ accountId, person, t, formatPhone }: RowProps) {
  const { customer_id, phone_number, email } = person
  return (
    <tr>
      <th scope="row">
        <RecordLink accountId={accountId} id={customer_id} name={displayName(person) || t.table.noName} />
      </th>
      <td className={`${styles.quietCell} ${styles.exact}`} data-label={t.record.customerId}>
        <Text>{customer_id}</Text>
      </td>
      <td data-label={t.record.phone}>{phone_number && <Text>{formatPhone(phone_number)}</Text>}</td>
      <td data-label={t.record.email}>{email && <Text>{email}</Text>}</td>
    </tr>
  )
})

type Props = { accountId: string; label: string; people: Customer[]; others?: { id: string; note: string }[] }

/** A table of customers, each a link to its record; of `others` only the id is known. */
export function PeopleTable({ accountId, label, people, others = [] }: Props) {
  const { t } = useIntl()
  const formatPhone = useFormatPhone()
  return (
    <table className={`${styles.table} ${styles.stacks}`}>
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t.table.name}</th>
          <th scope="col" className={styles.narrow}>
            {t.record.customerId}
          </th>
          <th scope="col" className={styles.middle}>
            {t.record.phone}
          </th>
          <th scope="col" className={styles.longest}>
            {t.record.email}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <PersonRow key={one.customer_id} accountId={accountId} person={one} t={t} formatPhone={formatPhone} />
        ))}
        {others.map(({ id, note }) => (
          <tr key={id}>
            <th scope="row">
              <RecordLink accountId={accountId} id={id} name={id} />
            </th>
            <td className={styles.quietCell} colSpan={3}>
              {note}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
