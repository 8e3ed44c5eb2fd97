'use client'

import { Heading } from '@/components/record/view/record-heading'
import styles from '@/components/record/view/record-title.module.css'
import { useIntl } from '@/components/ui/intl'
import { Text, visibleText } from '@/components/ui/text'
import type { Customer } from '@/lib/customers/model/customer'
import { displayName, isTombstone } from '@/lib/customers/model/display-name'
import type { Messages } from '@/lib/messages/messages'

/** Returns the text of the heading of a record. */
export function recordName(customer: Customer, t: Messages): string {
  if (isTombstone(customer)) return t.table.deletedCustomer
  return displayName(customer) || t.table.noName
}

type RecordTitleProps = { level: 1 | 2; id?: string; name: string; subtitle?: string }

/** The name, and beside it (on a phone below it) the type and the id. Both may be cut; their tooltips are complete. */
export function RecordTitle({ level, id, name, subtitle }: RecordTitleProps) {
  return (
    <div className={styles.title}>
      <Heading level={level} id={id} className={level === 1 ? styles.pageName : styles.name} title={visibleText(name)}>
        <Text>{name}</Text>
      </Heading>
      {subtitle && (
        <span className={styles.subtitle} title={visibleText(subtitle)}>
          <Text translate="yes">{subtitle}</Text>
        </span>
      )}
    </div>
  )
}

/** The title of a known customer: `Nordvik Rør & Varme AS  Company B-20114`. */
export function CustomerTitle({ level, id, customer }: { level: 1 | 2; id?: string; customer: Customer }) {
  const { t } = useIntl()
  const { type, customer_id } = customer
  const subtitle = isTombstone(customer) ? customer_id : `${t.types[type]} ${customer_id}`
  return <RecordTitle level={level} id={id} name={recordName(customer, t)} subtitle={subtitle} />
}
