import { monthsSince } from '@/lib/calendar'
import { channelName } from '@/lib/customers/format/channel-name'
import { type ChannelConsent, consentOf } from '@/lib/customers/model/consent'
import type { Customer } from '@/lib/customers/model/customer'
import type { CommunicationAnswer } from '@/lib/customers/model/record'
import { fill, type Messages } from '@/lib/messages/messages'

const alwaysShown = ['sms', 'email']

/** SMS and email always, then every custom channel that Dintero sent, in its order. */
export function consentChannels(customer: Customer): ChannelConsent[] {
  const custom = Object.keys(customer.marketing_consent ?? {}).filter((name) => !alwaysShown.includes(name))
  return [...alwaysShown, ...custom].map((channel) => consentOf(customer, channel))
}

/** Whether an answer is at least this many calendar months old, by the days of the reader's zone; false without a date. */
export function isOldAnswer({ updated_at }: ChannelConsent, months: number, now: Date, zone: string): boolean {
  const age = updated_at === undefined ? null : monthsSince(updated_at, now, zone)
  return age !== null && age >= months
}

/** Whether Dintero knows a phone or an email for a channel; it knows none for a custom one. */
export const hasReach = (channel: string): boolean => alwaysShown.includes(channel)

/** What Dintero knows of the phone or email that a channel uses; undefined for a custom channel. */
export function reachableBy(channel: string, communication: CommunicationAnswer['communication'] | undefined) {
  if (channel === 'sms') return communication?.phone_number
  return channel === 'email' ? communication?.email : undefined
}

/** The consents as sentences that can be read aloud: `May be texted. May not be emailed. Never asked about post.` */
export function consentSentence(
  customer: Customer,
  communication: CommunicationAnswer['communication'] | undefined,
  t: Messages,
): string {
  const texts = t.record.consentSays
  const sentences = consentChannels(customer).map(({ channel, answer }) => {
    const name = channelName(channel, t)
    if (channel === 'sms' || channel === 'email') {
      const isBlocked = answer === 'yes' && reachableBy(channel, communication)?.allowed === false
      return texts[channel][isBlocked ? 'blocked' : answer]
    }
    return fill(texts.other[answer], { channel: name === channel ? name : name.toLowerCase() })
  })
  return sentences.join(' ')
}
