import { type ConsentAnswer, consentOf } from '@/lib/customers/model/consent'
import type { Customer } from '@/lib/customers/model/customer'
import { isTombstone } from '@/lib/customers/model/display-name'
import type { Messages } from '@/lib/messages/messages'

/** The answer for a channel, in words; undefined for a tombstone, which has none. */
export const consentText = (customer: Customer, channel: string, t: Messages): string | undefined =>
  isTombstone(customer) ? undefined : t.record.answers[consentOf(customer, channel).answer]

const answerRanks: Record<ConsentAnswer, number> = { yes: 0, no: 1, never: 2 }

/** The answer for a channel as a number, in the order yes, no, never asked; undefined for a tombstone. */
export const consentRank = (customer: Customer, channel: string): number | undefined =>
  isTombstone(customer) ? undefined : answerRanks[consentOf(customer, channel).answer]
