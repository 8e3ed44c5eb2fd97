'use client'

import { Check, ListFilter, Minus, X } from 'lucide-react'
import { useContext } from 'react'
import type { CustomerRow } from '@/components/customers/customer-row'
import styles from '@/components/customers/table-cells.module.css'
import { ActiveRowContext, TableContext } from '@/components/customers/table-context'
import { CopyButton } from '@/components/ui/copyable'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { consentOf } from '@/lib/customers/consent'
import { isTombstone } from '@/lib/customers/display-name'
import { fill } from '@/lib/messages/messages'

/** Text with the searched part marked. */
export function Marked({ text, match }: { text: string; match: { start: number; length: number } | null }) {
  if (!match) return <Text>{text}</Text>
  const end = match.start + match.length
  return (
    <>
      {match.start > 0 && <Text>{text.slice(0, match.start)}</Text>}
      <mark>{text.slice(match.start, end)}</mark>
      {end < text.length && <Text>{text.slice(end)}</Text>}
    </>
  )
}

export function TypeCell({ customer }: CustomerRow) {
  return useIntl().t.types[customer.type]
}

const answerIcons = { yes: Check, no: X, never: Minus }

/** SMS and email, each as icon and word: yes, no and never asked are three different things. */
export function ConsentCell({ customer }: CustomerRow) {
  const { t } = useIntl()
  if (isTombstone(customer)) return null
  const channels = [
    { name: t.table.sms, ...consentOf(customer, 'sms') },
    { name: t.table.emailChannel, ...consentOf(customer, 'email') },
  ]
  return channels.map(({ name, channel, answer }) => (
    <span key={channel} className={styles.answer} data-answer={answer}>
      <Icon of={answerIcons[answer]} size={12} />
      {name}
      <span className="sr-only"> {t.table.answers[answer]}</span>
    </span>
  ))
}

type CellToolsProps = { value: string; what: string; filter?: 'email' | 'phone_number' }

/** Copy, and filter by this where the API can; on the row pointed at and on the keyboard's. */
export function CellTools({ value, what, filter }: CellToolsProps) {
  const { t } = useIntl()
  const isActive = useContext(ActiveRowContext)
  const { filterBy } = useContext(TableContext)
  if (!isActive) return null
  return (
    <span className={styles.tools} data-tools>
      <CopyButton value={value} what={what} />
      {filter && (
        <button
          type="button"
          aria-label={fill(t.table.filterByThis, { what, value })}
          onClick={() => filterBy(filter === 'email' ? { email: value } : { phone_number: value })}
        >
          <Icon of={ListFilter} />
        </button>
      )}
    </span>
  )
}
