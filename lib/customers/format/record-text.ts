import { addressLines, addressName, readableAddresses } from '@/lib/customers/format/address-lines'
import { channelName } from '@/lib/customers/format/channel-name'
import {
  attributeFacts,
  companyFacts,
  type Fact,
  overviewFacts,
  type RecordWords,
} from '@/lib/customers/format/record-facts'
import { consentChannels, consentSentence } from '@/lib/customers/model/consent-channels'
import type { Customer, Tag } from '@/lib/customers/model/customer'
import { displayName, isTombstone } from '@/lib/customers/model/display-name'
import { formatDateTime, parseInstant } from '@/lib/time'

/** The sections of a record that can be copied as text, for a mail or a ticket. */
export const textSections = ['overview', 'consent', 'addresses', 'company', 'tags', 'attributes'] as const
export type TextSection = (typeof textSections)[number]

const lines = (facts: Fact[]) => facts.flatMap(([label, value]) => (value?.trim() ? [`${label}: ${value.trim()}`] : []))

function addresses(customer: Customer, { t, locale }: RecordWords): string[] {
  return readableAddresses(customer.addresses, locale).flatMap((address, at) => {
    const lines = [addressName(address, t), ...addressLines(address, locale), address.comment?.trim() ?? '']
    return [...(at > 0 ? [''] : []), ...lines.filter((line) => line !== '')]
  })
}

function consent(customer: Customer, { t, locale, zone }: RecordWords): string[] {
  const answers = consentChannels(customer).map(({ channel, answer, updated_at }): Fact => {
    const when = updated_at && parseInstant(updated_at) ? `, ${formatDateTime(updated_at, locale, zone)}` : ''
    return [channelName(channel, t), `${t.record.answers[answer]}${when}`]
  })
  return [consentSentence(customer, undefined, t), ...lines(answers)]
}

/**
 * A record as plain text: its name, then the chosen sections that are not empty. It equals what the screen shows;
 * invisible characters of upstream texts stay as they are. Tags that are undefined could not be read, which it says.
 */
export function recordText(
  customer: Customer,
  tags: readonly Tag[] | undefined,
  chosen: readonly TextSection[],
  words: RecordWords,
): string {
  const { t } = words
  const write: Record<TextSection, () => string[]> = {
    overview: () => lines(overviewFacts(customer, words)),
    addresses: () => addresses(customer, words),
    consent: () => (isTombstone(customer) ? [] : consent(customer, words)),
    company: () => lines(companyFacts(customer, words)),
    tags: () => tags?.map(({ tag }) => tag) ?? [t.record.partFailed.tags],
    attributes: () => lines(attributeFacts(customer)),
  }
  const titles: Record<TextSection, string> = { ...t.record, tags: t.record.tagsTitle }
  const name = isTombstone(customer) ? t.table.deletedCustomer : displayName(customer) || t.table.noName
  const blocks = textSections.flatMap((section) => {
    const body = chosen.includes(section) ? write[section]() : []
    return body.length === 0 ? [] : [[...(section === 'overview' ? [] : [titles[section]]), ...body].join('\n')]
  })
  return [name, ...blocks].join('\n\n')
}
