import { expect, it } from 'vitest'
import { recordText } from '@/lib/customers/format/record-text'
import type { Customer } from '@/lib/customers/model/customer'
import { en } from '@/lib/messages/en'

const customer: Customer = { customer_id: 'K-1', type: 'customer', first_name: 'Nora' }
const words = { t: en, locale: 'en', zone: 'Europe/Oslo', formatPhone: (e164: string) => e164 }
const tagsOf = (tags: Parameters<typeof recordText>[1]) => recordText(customer, tags, ['tags'], words)

it('says that the tags could not be read, and leaves the section out where there are none', () => {
  expect(tagsOf([{ id: 't', tag: 'VIP' }])).toBe('Nora\n\nTags\nVIP')
  expect(tagsOf([])).toBe('Nora')
  expect(tagsOf(undefined)).toBe('Nora\n\nTags\nCouldn’t load tags.')
})
