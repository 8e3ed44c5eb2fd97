import type { Customer } from '@/lib/customers/customer'
import type { CommunicationAnswer } from '@/lib/customers/record'
import { fill, type Messages } from '@/lib/messages/messages'
import { monthsSince } from '@/lib/time'

/** Yes, no and never asked are three different answers. */
export type ConsentAnswer = 'yes' | 'no' | 'never'

export type ChannelConsent = {
  /** Dintero's name of the channel: `sms`, `email`, or any custom one. */
  channel: string
  answer: ConsentAnswer
  updated_at?: string
}

const alwaysShown = ['sms', 'email']

/** The consent of one channel; a channel that is not there, or holds no answer, was never asked. */
export function consentOf(customer: Customer, channel: string): ChannelConsent {
  const consents = customer.marketing_consent ?? {}
  const given = Object.hasOwn(consents, channel) ? consents[channel] : undefined
  if (given?.consent === undefined) return { channel, answer: 'never' }
  return { channel, answer: given.consent ? 'yes' : 'no', updated_at: given.updated_at }
}

/** SMS and email always, then every custom channel that Dintero sent, in its order. */
export function consentChannels(customer: Customer): ChannelConsent[] {
  const custom = Object.keys(customer.marketing_consent ?? {}).filter((name) => !alwaysShown.includes(name))
  return [...alwaysShown, ...custom].map((channel) => consentOf(customer, channel))
}

/** Whether an answer is so many calendar months old or more, by the days of the reader's zone; false for no date. */
export function isOldAnswer({ updated_at }: ChannelConsent, months: number, now: Date, zone: string): boolean {
  const age = updated_at === undefined ? null : monthsSince(updated_at, now, zone)
  return age !== null && age >= months
}

/** What Dintero knows of the address behind a channel; a custom channel has none. */
export function reachableBy(channel: string, communication: CommunicationAnswer['communication'] | undefined) {
  if (channel === 'sms') return communication?.phone_number
  return channel === 'email' ? communication?.email : undefined
}

/** The channel in the reader's language where it has a name there, else as Dintero has it. */
export function channelName(channel: string, { record }: Messages): string {
  const names: Record<string, string> = record.channelNames
  return Object.hasOwn(names, channel) ? (names[channel] ?? channel) : channel
}

/** What may be done, to be read aloud: `May be texted. May not be emailed. Never asked about post.` */
export function consentSentence(
  customer: Customer,
  communication: CommunicationAnswer['communication'] | undefined,
  t: Messages,
): string {
  const says = t.record.consentSays
  const sentences = consentChannels(customer).map(({ channel, answer }) => {
    const name = channelName(channel, t)
    if (channel === 'sms' || channel === 'email') {
      const isBlocked = answer === 'yes' && reachableBy(channel, communication)?.allowed === false
      return says[channel][isBlocked ? 'blocked' : answer]
    }
    return fill(says.other[answer], { channel: name === channel ? name : name.toLowerCase() })
  })
  return sentences.join(' ')
}
