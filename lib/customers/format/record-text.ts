import { formatDateOfBirth } from '@/lib/calendar'
import { addressLines, addressName, readableAddresses } from '@/lib/customers/format/address-lines'
import { channelName } from '@/lib/customers/format/channel-name'
import { formatOrganizationNumber } from '@/lib/customers/format/organization-number'
import { valueWord } from '@/lib/customers/format/value-word'
import { consentChannels, consentSentence } from '@/lib/customers/model/consent-channels'
import type { Customer, Tag } from '@/lib/customers/model/customer'
import { displayName, isTombstone, personName } from '@/lib/customers/model/display-name'
import type { Messages } from '@/lib/messages/messages'
import { formatDateTime, parseInstant, zoneName } from '@/lib/time'

/** The sections of a record that can be copied as text, for a mail or a ticket. */
export const textSections = ['overview', 'consent', 'addresses', 'company', 'tags', 'attributes'] as const
export type TextSection = (typeof textSections)[number]

type Words = { t: Messages; locale: string; zone: string; formatPhone: (e164: string) => string }
type Pair = [label: string, value: string | undefined]

const lines = (pairs: Pair[]) => pairs.flatMap(([label, value]) => (value?.trim() ? [`${label}: ${value.trim()}`] : []))

function overview(customer: Customer, { t, locale, zone, formatPhone }: Words): string[] {
  const moment = (iso: string | undefined) =>
    parseInstant(iso) && iso ? `${formatDateTime(iso, locale, zone)} ${zoneName(iso, locale, zone)}` : iso
  const { email, phone_number, date_of_birth, enrolled_by, term } = customer
  const person = personName(customer)
  return lines([
    [t.record.phone, phone_number && formatPhone(phone_number)],
    [t.record.email, email],
    [t.record.person, person === displayName(customer) ? undefined : person],
    [t.record.dateOfBirth, date_of_birth && formatDateOfBirth(date_of_birth, locale)],
    [t.record.customerId, customer.customer_id],
    [t.record.id, customer.id],
    [t.record.type, t.types[customer.type]],
    [t.record.gender, valueWord('gender', customer.gender, t)],
    [t.record.status, valueWord('status', customer.status, t)],
    [t.record.favouriteStore, customer.favorite_store],
    [
      t.record.enrolledBy,
      [valueWord('enrolled_by', enrolled_by?.type, t), enrolled_by?.value].filter(Boolean).join(' '),
    ],
    [t.record.terms, moment(term?.accepted_at)],
    [t.record.created, moment(customer.created_at)],
    [t.record.updated, moment(customer.updated_at)],
    [t.record.deleted, moment(customer.deleted_at)],
  ])
}

function addresses(customer: Customer, { t, locale }: Words): string[] {
  return readableAddresses(customer.addresses, locale).flatMap((address, at) => {
    const lines = [addressName(address, t), ...addressLines(address, locale), address.comment?.trim() ?? '']
    return [...(at > 0 ? [''] : []), ...lines.filter((line) => line !== '')]
  })
}

function consent(customer: Customer, { t, locale, zone }: Words): string[] {
  const answers = consentChannels(customer).map(({ channel, answer, updated_at }): Pair => {
    const when = updated_at && parseInstant(updated_at) ? `, ${formatDateTime(updated_at, locale, zone)}` : ''
    return [channelName(channel, t), `${t.record.answers[answer]}${when}`]
  })
  return [consentSentence(customer, undefined, t), ...lines(answers)]
}

function company({ company: given = {} }: Customer, { t }: Words): string[] {
  const number = given.organization_number
  return lines([
    [t.record.businessName, given.business_name],
    [t.record.organizationNumber, number && formatOrganizationNumber(number)],
    [t.record.department, given.department],
    [t.record.industry, given.industry],
    [t.record.employees, given.number_of_employees],
    [t.record.website, given.website],
  ])
}

const attributes = ({ attributes: given = {} }: Customer): string[] =>
  lines(Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]))

/**
 * A record as plain text: its name, then the chosen sections that are not empty. It equals what the screen shows;
 * invisible characters of upstream texts stay as they are. Tags that are undefined could not be read, which it says.
 */
export function recordText(
  customer: Customer,
  tags: readonly Tag[] | undefined,
  chosen: readonly TextSection[],
  words: Words,
): string {
  const { t } = words
  const write: Record<TextSection, () => string[]> = {
    overview: () => overview(customer, words),
    addresses: () => addresses(customer, words),
    consent: () => (isTombstone(customer) ? [] : consent(customer, words)),
    company: () => company(customer, words),
    tags: () => tags?.map(({ tag }) => tag) ?? [t.record.partFailed.tags],
    attributes: () => attributes(customer),
  }
  const titles: Record<TextSection, string> = { ...t.record, tags: t.record.tagsTitle }
  const name = isTombstone(customer) ? t.table.deletedCustomer : displayName(customer) || t.table.noName
  const blocks = textSections.flatMap((section) => {
    const body = chosen.includes(section) ? write[section]() : []
    return body.length === 0 ? [] : [[...(section === 'overview' ? [] : [titles[section]]), ...body].join('\n')]
  })
  return [name, ...blocks].join('\n\n')
}
