import type { Customer } from '@/lib/customers/model/customer'

/** Yes, no and never asked are three different answers. */
export type ConsentAnswer = 'yes' | 'no' | 'never'

export type ChannelConsent = {
  /** Dintero's name of the channel: `sms`, `email`, or any custom one. */
  channel: string
  answer: ConsentAnswer
  updated_at?: string
}

/** The consent of one channel; a channel that is not there, or holds no answer, was never asked. */
export function consentOf(customer: Customer, channel: string): ChannelConsent {
  const consents = customer.marketing_consent ?? {}
  const given = Object.hasOwn(consents, channel) ? consents[channel] : undefined
  if (given?.consent === undefined) return { channel, answer: 'never' }
  return { channel, answer: given.consent ? 'yes' : 'no', updated_at: given.updated_at }
}
