import type { Customer } from '@/lib/customers/model/customer'

/** The answer of a customer; `never` means that the customer was not asked. */
export type ConsentAnswer = 'yes' | 'no' | 'never'

export type ChannelConsent = {
  /** Dintero's name of the channel: `sms`, `email`, or any custom one. */
  channel: string
  answer: ConsentAnswer
  updated_at?: string
}

/** The consent for one channel; `never` when the channel is missing or has no answer. */
export function consentOf(customer: Customer, channel: string): ChannelConsent {
  const consents = customer.marketing_consent ?? {}
  const given = Object.hasOwn(consents, channel) ? consents[channel] : undefined
  if (given?.consent === undefined) return { channel, answer: 'never' }
  return { channel, answer: given.consent ? 'yes' : 'no', updated_at: given.updated_at }
}
