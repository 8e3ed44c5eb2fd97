import { expect, it } from 'vitest'
import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import { readableColumns, rowMatcher, rowText } from '@/lib/customers/columns/readable-columns'
import type { Customer } from '@/lib/customers/model/customer'
import { en } from '@/lib/messages/en'

const settings = [attributeForTests('club'), attributeForTests('note', { private: true })]
const layout = { shown: ['attribute:club', 'attribute:note', 'consent:letter'], hidden: ['store'] }
const writing = { t: en, locale: 'en', zone: 'UTC', formatPhone: (phone: string) => phone.replace('+47', '+47 ') }
const customer: Customer = {
  customer_id: 'K-7',
  type: 'company',
  company: { business_name: 'Åsheim Elektro' },
  email: 'post.asheim@example.no',
  phone_number: '+4762417705',
  created_at: '2026-03-01T12:00:00Z',
  attributes: { club: ['Ski', 'Padel'], note: 'late payer' },
  favorite_store: 'Sandvika',
}

it('offers what is shown, and nothing that the person sees masked', () => {
  const all = readableColumns(layout, settings, false)
  const ofViewer = readableColumns(layout, settings, true)
  expect(all).not.toContain('store')
  expect(all.filter((id) => !ofViewer.includes(id))).toEqual(['email', 'phone', 'attribute:note'])
  expect(readableColumns(layout, undefined, true)).not.toContain('attribute:club')
})

const isFound = (filter: string, isMasked = false) =>
  rowMatcher(filter)(rowText(readableColumns(layout, settings, isMasked), customer, writing))

it.each([
  'åsheim',
  'ÅSHEIM',
  'elektro asheim@',
  'k-7',
  '+47 6241',
  '62417705',
  '1 mar 2026',
  'padel',
  'company',
  '',
  ' ',
])('finds a row by %j', (filter) => expect(isFound(filter)).toBe(true))

it.each(['sandvika', 'never asked', 'elektro berg'])('does not find it by %j', (filter) =>
  expect(isFound(filter)).toBe(false),
)

it.each(['asheim@', '6241', 'late'])('does not find it by %j, which a viewer sees masked', (filter) => {
  expect(isFound(filter)).toBe(true)
  expect(isFound(filter, true)).toBe(false)
})
