'use client'

import type { ReactNode } from 'react'
import type { ToolsProps } from '@/components/customers/table/cell-tools'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import styles from '@/components/customers/table/table-cells.module.css'
import type { useIntl } from '@/components/ui/intl'
import type { useFormatPhone } from '@/components/ui/phone'
import { visibleText } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/timestamp'
import { type ConsentAnswer, consentOf } from '@/lib/customers/model/consent'
import { isTombstone } from '@/lib/customers/model/display-name'

/** What a list lets its rows do. */
export type RowActions = Pick<ToolsProps, 'filterBy'> & {
  /** The address of a record over this list. */
  recordHref: (customerId: string) => string
  /** Asks why the rows are there that nothing explains; null where nothing was searched. */
  explain: (() => void) | null
}

/** What cells need beyond their row; one object for all of them. */
export type CellWords = Pick<ReturnType<typeof useIntl>, 't' | 'locale'> &
  RowActions & { formatPhone: ReturnType<typeof useFormatPhone> }

/** Untrusted text with the searched part marked. The cell keeps it apart from what is beside it (`unicode-bidi`). */
export function marked(text: string, match: { start: number; length: number } | null): ReactNode {
  if (!match) return visibleText(text)
  const end = match.start + match.length
  return [
    visibleText(text.slice(0, match.start)),
    <mark key="match">{visibleText(text.slice(match.start, end))}</mark>,
    visibleText(text.slice(end)),
  ]
}

export const moment = (iso: string | undefined) => iso && <Timestamp iso={iso} />

/** lucide's check, x and minus as one path each: another answer changes an attribute, and no element. */
const shapes: Record<ConsentAnswer, string> = { yes: 'M20 6 9 17l-5-5', no: 'M18 6 6 18M6 6l12 12', never: 'M5 12h14' }

/** SMS and email, each as icon and word: yes, no and never asked are three different things. */
export function consents({ customer }: CustomerRow, { t }: CellWords): ReactNode {
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
