'use client'

import { Check, Minus, X } from 'lucide-react'
import { Suspense, useContext } from 'react'
import type { CustomerRow } from '@/components/customers/customer-row'
import styles from '@/components/customers/table-cells.module.css'
import { ActiveRowContext } from '@/components/customers/table-context'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { lazyPart } from '@/components/ui/lazy-part'
import { Text } from '@/components/ui/text'
import { consentOf } from '@/lib/customers/consent'
import { isTombstone } from '@/lib/customers/display-name'
import { maskText } from '@/lib/customers/masked'

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

const LoadedTools = lazyPart(
  () => import('@/components/customers/cell-tools'),
  (all) => all.Tools,
)

/** Copy, and filter by this where the API can; on the row pointed at and on the keyboard's. */
export function CellTools(props: CellToolsProps) {
  const isActive = useContext(ActiveRowContext)
  if (!isActive || props.value === maskText) return null
  return (
    <Suspense>
      <LoadedTools key={props.value} {...props} />
    </Suspense>
  )
}
