import type { Call } from '@/lib/customers/call/call'
import type { Customer } from '@/lib/customers/model/customer'
import { displayName } from '@/lib/customers/model/display-name'
import { fill, type Messages } from '@/lib/messages/messages'
import { formatDateTime, formatTime, zoneName } from '@/lib/time'

type Words = { t: Messages; locale: string; zone: string; now: Date }

/** The notes of a call as text for a ticket or an email: with whom, when, whether the identity was checked, and what was said. */
export function callText(customer: Customer, { notes, checked }: Call, { t, locale, zone, now }: Words): string {
  const iso = now.toISOString()
  const words = t.record.call
  const name = displayName(customer) || t.table.noName
  const head = [
    `${name}, ${customer.customer_id}`,
    fill(words.textHead, { time: `${formatDateTime(iso, locale, zone)} ${zoneName(iso, locale, zone)}` }),
    ...(checked
      ? [fill(checked.matches ? words.checked : words.differs, { time: formatTime(checked.at, locale, zone) })]
      : []),
  ]
  return [head.join('\n'), notes.trim()].join('\n\n')
}
