'use client'

import {
  Building2,
  CircleDashed,
  ContactRound,
  EyeOff,
  IdCard,
  type LucideIcon,
  UserRound,
  UserRoundX,
} from 'lucide-react'
import { useContext } from 'react'
import type { CustomerRow } from '@/components/customers/customer-row'
import styles from '@/components/customers/customer-table.module.css'
import { Marked } from '@/components/customers/table-cells'
import { TableContext, useRecordHref } from '@/components/customers/table-context'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { visibleText } from '@/components/ui/visible-text'
import type { CustomerType } from '@/lib/customers/customer'
import { displayName, isTombstone } from '@/lib/customers/display-name'
import { maskText } from '@/lib/customers/masked'
import type { RowReason } from '@/lib/customers/row-reason'
import { fill, plural } from '@/lib/messages/messages'

const icons: Record<CustomerType, LucideIcon> = {
  customer: UserRound,
  company: Building2,
  contact: ContactRound,
  employee: IdCard,
  other: CircleDashed,
}

const shortId = (id: string) => id.slice(0, 8)

function Reason({ reason, deletedBy }: { reason: RowReason | undefined; deletedBy: string | undefined }) {
  const { t, locale } = useIntl()
  const text = (() => {
    if (deletedBy) return fill(t.table.byClient, { client: shortId(deletedBy) })
    switch (reason?.kind) {
      case undefined:
        return null
      case 'also_named':
        return fill(t.table.alsoNamed, { name: reason.name })
      case 'through_some_contact':
        return t.table.throughSomeContact
      case 'through_contact':
        return fill(t.table.throughContact, { name: reason.name })
      case 'contact_of':
        return plural(t.table.contactOf, reason.count, locale)
      case 'email_also_on': {
        const types = reason.types.map((type) => t.table.ofType[type])
        return fill(t.table.emailAlsoOn, { types: new Intl.ListFormat(locale).format(types) })
      }
    }
  })()
  return (
    text && (
      <span className={styles.reason}>
        <Text>{text}</Text>
      </span>
    )
  )
}

/** The name as a real link to the record, and the reason why the row is there. */
export function NameCell({ customer, match, reason, isUnexplained }: CustomerRow) {
  const { t } = useIntl()
  const href = useRecordHref(customer.customer_id)
  const { explain } = useContext(TableContext)
  const gone = isTombstone(customer)
  // Masked for this reader: the dots in its cells say the same.
  const isMasked = customer.email === maskText || customer.phone_number === maskText
  const name = gone ? t.table.deletedCustomer : displayName(customer) || t.table.noName
  return (
    <div className={styles.nameCell}>
      <Icon of={gone ? UserRoundX : isMasked ? EyeOff : icons[customer.type]} />
      <a className={styles.nameLink} href={href} title={visibleText(name)}>
        <Marked text={name} match={match?.field === 'name' ? match : null} />
      </a>
      <Reason reason={reason} deletedBy={gone ? customer.deleted_by : undefined} />
      {isUnexplained && explain && (
        <button type="button" onClick={explain} className={styles.why} aria-label={fill(t.table.whyRow, { name })}>
          {t.table.why}
        </button>
      )}
    </div>
  )
}
