'use client'

import type { CellContext } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import styles from '@/components/customers/table/customer-cells.module.css'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { MarkedText } from '@/components/customers/table/marked-text'
import type { ListFeatures } from '@/components/list/list-features'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { visibleText } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/time/timestamp'
import { valueWord } from '@/lib/customers/format/value-word'
import { type ConsentAnswer, consentOf } from '@/lib/customers/model/consent'
import type { Customer, CustomerType } from '@/lib/customers/model/customer'
import { isTombstone } from '@/lib/customers/model/display-name'
import { formattedLength } from '@/lib/customers/model/match'

export type CellProps<TValue> = CellContext<ListFeatures<CustomerRow>, CustomerRow, TValue>

export function TextCell({ getValue }: CellProps<string | undefined>) {
  const value = getValue()
  return value && visibleText(value)
}

export function StatusCell({ getValue }: CellProps<string | undefined>) {
  const value = valueWord('status', getValue(), useIntl().t)
  return value && visibleText(value)
}

/** What of a column's value is to be marked. */
export const marksOf = ({ matches }: CustomerRow, field: string) => matches.filter((match) => match.field === field)

/** Text in which a search for this column's value is marked. */
export function MatchCell({ getValue, column, row }: CellProps<string | undefined>) {
  const value = getValue()
  return value && <MarkedText text={value} marks={marksOf(row.original, column.id)} />
}

export function PhoneCell({ getValue, row }: CellProps<string | undefined>) {
  const formatPhone = useFormatPhone()
  const value = getValue()
  if (!value) return null
  const text = formatPhone(value)
  const marks = marksOf(row.original, 'phone').map(({ length }) => ({
    start: 0,
    length: formattedLength(text, length),
  }))
  return <MarkedText text={text} marks={marks} />
}

export function TypeCell({ getValue }: CellProps<CustomerType>) {
  return <span>{useIntl().t.types[getValue()]}</span>
}

export function DateCell({ getValue }: CellProps<string | undefined>) {
  const iso = getValue()
  return iso && <Timestamp iso={iso} isInRow />
}

/** The check, x and minus of lucide as one path each: another answer changes an attribute and no element. */
const shapes: Record<ConsentAnswer, string> = { yes: 'M20 6 9 17l-5-5', no: 'M18 6 6 18M6 6l12 12', never: 'M5 12h14' }

type AnswerProps = {
  answer: ConsentAnswer
  /** What is shown beside the icon: the channel, or the answer itself. */
  children: ReactNode
}

/** An answer to the question for consent, as an icon and a word: yes, no and never asked are three different answers. */
export function Answer({ answer, children }: AnswerProps) {
  return (
    <span className={styles.answer} data-answer={answer}>
      <svg aria-hidden="true" viewBox="0 0 24 24" strokeWidth={2.5} className="icon">
        <path d={shapes[answer]} />
      </svg>
      {children}
    </span>
  )
}

/**
 * The consent to SMS and email. The word of the answer has no room on the screen, but is text for whoever copies, prints, finds
 * or hears the row.
 */
export function ConsentCell({ getValue }: CellProps<Customer>) {
  const { t } = useIntl()
  const customer = getValue()
  if (isTombstone(customer)) return null
  return (['sms', 'email'] as const).map((channel) => {
    const { answer } = consentOf(customer, channel)
    const [name, end] = channel === 'sms' ? [t.table.sms, ', '] : [t.table.emailChannel, '']
    return (
      <Answer key={channel} answer={answer}>
        <span>{name}</span>
        <span className={styles.word}>{`: ${t.table.answers[answer]}${end}`}</span>
      </Answer>
    )
  })
}
