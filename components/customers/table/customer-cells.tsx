'use client'

import type { CellContext } from '@tanstack/react-table'
import styles from '@/components/customers/table/customer-cells.module.css'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { MarkedText } from '@/components/customers/table/marked-text'
import type { ListFeatures } from '@/components/list/list-features'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { visibleText } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/timestamp'
import { type ConsentAnswer, consentOf } from '@/lib/customers/model/consent'
import type { Customer, CustomerType } from '@/lib/customers/model/customer'
import { isTombstone } from '@/lib/customers/model/display-name'
import { formattedLength } from '@/lib/customers/model/match'

export type CellProps<TValue> = CellContext<ListFeatures<CustomerRow>, CustomerRow, TValue>

export function TextCell({ getValue }: CellProps<string | undefined>) {
  const value = getValue()
  return value && visibleText(value)
}

/** Text in which a search for this column's value is marked. */
export function MatchCell({ getValue, column, row }: CellProps<string | undefined>) {
  const value = getValue()
  const { match } = row.original
  return value && <MarkedText text={value} match={match?.field === column.id ? match : null} />
}

export function PhoneCell({ getValue, row }: CellProps<string | undefined>) {
  const formatPhone = useFormatPhone()
  const value = getValue()
  if (!value) return null
  const text = formatPhone(value)
  const { match } = row.original
  const marked = match?.field === 'phone' ? { start: 0, length: formattedLength(text, match.length) } : null
  return <MarkedText text={text} match={marked} />
}

export function TypeCell({ getValue }: CellProps<CustomerType>) {
  return useIntl().t.types[getValue()]
}

export function DateCell({ getValue }: CellProps<string | undefined>) {
  const iso = getValue()
  return iso && <Timestamp iso={iso} />
}

/** The check, x and minus of lucide as one path each: another answer changes an attribute and no element. */
const shapes: Record<ConsentAnswer, string> = { yes: 'M20 6 9 17l-5-5', no: 'M18 6 6 18M6 6l12 12', never: 'M5 12h14' }

/** The consent to SMS and email, each as icon and word: yes, no and never asked are three different answers. */
export function ConsentCell({ getValue }: CellProps<Customer>) {
  const { t } = useIntl()
  const customer = getValue()
  if (isTombstone(customer)) return null
  return (['sms', 'email'] as const).map((channel) => {
    const { answer } = consentOf(customer, channel)
    return (
      <span key={channel} className={styles.answer} data-answer={answer}>
        <svg role="img" aria-label={t.table.answers[answer]} viewBox="0 0 24 24" strokeWidth={2.5} className="icon">
          <path d={shapes[answer]} />
        </svg>
        {channel === 'sms' ? t.table.sms : t.table.emailChannel}
      </span>
    )
  })
}
