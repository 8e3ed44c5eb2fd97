import { expect, it } from 'vitest'
import { columnCell, columnHead } from '@/lib/customers/columns/column-cell'
import { isColumnId } from '@/lib/customers/columns/column-ids'
import { productColumns } from '@/lib/customers/columns/product-columns'
import { formatPhone } from '@/lib/customers/format/format-phone'
import type { Customer } from '@/lib/customers/model/customer'
import { en } from '@/lib/messages/en'
import { nb } from '@/lib/messages/nb'

const words = { t: en, zone: 'Europe/Oslo', formatPhone }
const customer: Customer = {
  customer_id: 'K-1',
  type: 'company',
  first_name: 'Kari',
  last_name: 'Nordmann',
  email: 'kari@example.no',
  phone_number: '+4791240318',
  status: 'active',
  favorite_store: 'Oslo City',
  company: { business_name: 'Nordlys AS' },
  addresses: [{ postal_place: 'Oslo' }, { postal_place: 'Bergen' }],
  marketing_consent: { sms: { consent: true }, push: { consent: false } },
  attributes: { shoe: 42, id: 1e15, club: ['gold', 'silver'], vip: true, nested: { a: 1 }, empty: '', none: null },
  created_at: '2025-11-21T08:31:05.123Z',
  updated_at: 'soon',
}

it.each([
  ['name', 'Nordlys AS'],
  ['customer_id', 'K-1'],
  ['type', 'Company'],
  ['email', 'kari@example.no'],
  ['phone', '+47 91 24 03 18'],
  ['status', 'Active'],
  ['store', 'Oslo City'],
  ['consent', 'SMS: Yes, Email: Never asked'],
  ['place', 'Oslo'],
  ['created', '2025-11-21 09:31:05'],
  ['updated', 'soon'],
  ['deleted', null],
  ['attribute:shoe', 42],
  ['attribute:id', '1000000000000000'],
  ['attribute:club', 'gold, silver'],
  ['attribute:vip', 'Yes'],
  ['attribute:nested', '{"a":1}'],
  ['attribute:empty', null],
  ['attribute:none', null],
  ['attribute:toString', null],
  ['consent:push', 'No'],
  ['consent:post', 'Never asked'],
  ['colour', null],
])('the column %s is %j', (id, cell) => {
  expect(columnCell(customer, id, words)).toBe(cell)
})

it('a deleted customer has no consent', () => {
  const gone: Customer = { customer_id: 'K-1', type: 'customer', deleted_at: '2026-01-01T00:00:00Z' }
  expect(['name', 'consent', 'consent:sms', 'deleted'].map((id) => columnCell(gone, id, words))).toEqual([
    'Deleted customer',
    null,
    null,
    '2026-01-01 01:00:00',
  ])
})

it('heads are in the language, and dates name their zone', () => {
  const heads = (t: typeof en) =>
    ['name', 'created', 'attribute:shoe_size', 'consent:push'].map((id) => columnHead(id, { t, zone: 'Europe/Oslo' }))
  expect(heads(en)).toEqual(['Name', 'Created (Europe/Oslo)', 'shoe_size', 'Consent: App push'])
  expect(heads(nb)).toEqual(['Navn', 'Opprettet (Europe/Oslo)', 'shoe_size', 'Samtykke: App-varsel'])
})

it('every column of the product has a head, and ids are told from other texts', () => {
  for (const id of productColumns) expect(columnHead(id, words)).not.toBe(id)
  const ids = ['attribute:', 'consent:', 'toString', '', `attribute:${'x'.repeat(120)}`, 'attribute:a', 'consent:sms']
  expect(ids.map(isColumnId)).toEqual([false, false, false, false, false, true, true])
})
