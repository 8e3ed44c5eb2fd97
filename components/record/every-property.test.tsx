import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountId, freezeClock, show } from '@/components/record/render-for-tests'
import { RecordBody } from '@/components/record/view/record-body'
import { parseWireRecord } from '@/lib/server/customers/fetch/to-customer'

/**
 * Checks where each property of the contract page is shown. A missing or null property leaves nothing on the screen, and a
 * value of a wrong type is shown as received and marked as wrong.
 */

type Json = Record<string, unknown>
/** The property, a right value, the region of the screen, what stands there for it, and a value of a wrong type. */
type Line = [path: string, right: unknown, region: string, shown: RegExp, wrong: unknown]

const base = { type: 'company', customer_id: 'K-1', id: 'i-1' }
const deleted = { ...base, deleted_at: '2026-11-12T09:15:00Z' }

const lines: Line[] = [
  ['type', 'employee', 'Overview', /Type\s*Employee/, 'alien'],
  ['id', '3c90c3cc-0d44-4b50-8888-8dd25736052a', 'Overview', /ID3c90c3cc-0d44/, 7],
  ['created_at', '2023-11-07T05:31:56Z', 'Overview', /Created7 Nov 2023 06:31:56/, 7],
  ['created_by', '1c92f7e1', 'Overview', /Created by1c92f7e1/, 7],
  ['updated_at', '2024-11-07T05:31:56Z', 'Overview', /Updated7 Nov 2024 06:31:56/, true],
  ['first_name', 'Nora', 'Overview', /Person.*Nora/, ['Nora']],
  ['last_name', 'Nordvik', 'Overview', /Person.*Nordvik/, {}],
  ['email', 'nora@example.no', 'Overview', /Emailnora@example\.no/, 42],
  ['phone_number', '+4799999999', 'Overview', /Phone\+4799999999/, 4799999999],
  ['status', 'active', 'Overview', /StatusActive/, 0],
  ['favorite_store', 'Lagunen', 'Overview', /Favourite storeLagunen/, false],
  ['gender', 'male', 'Overview', /GenderMale/, 1],
  ['date_of_birth', '1990-09-20', 'Overview', /Date of birth20 September 199036 years/, 19900920],
  [
    'enrolled_by',
    { type: 'url', value: 'https://facebook.com' },
    'Overview',
    /Signed up viaWebsitehttps:\/\/facebook\.com/,
    'url',
  ],
  ['enrolled_by.value', 'kiosk', 'Overview', /Signed up viakiosk/, 7],
  ['term', { id: 't-1', accepted_at: '2023-11-07T05:31:56Z' }, 'Overview', /Terms acceptedVilkår/, 't-1'],
  ['term.accepted_at', '2023-11-07T05:31:56Z', 'Overview', /Terms accepted7 Nov 2023/, 7],
  ['addresses', [{ address_line: 'Torggata 1' }], 'Addresses', /Torggata 1/, 'Torggata 1'],
  ['addresses.0.address_line', 'Torggata 1', 'Addresses', /Torggata 1/, 1],
  ['addresses.0.address_line_2', 'PB 123', 'Addresses', /PB 123/, 1],
  ['addresses.0.postal_code', '0349', 'Addresses', /0349/, 349],
  ['addresses.0.postal_place', 'Oslo', 'Addresses', /Oslo/, 1],
  ['addresses.0.country', 'NO', 'Addresses', /Norway/, 47],
  ['addresses.0.comment', 'Use doorbell.', 'Addresses', /Use doorbell\./, 1],
  ['marketing_consent', { sms: { consent: true } }, 'Consent', /SMSYes/, 'yes'],
  ['marketing_consent.sms', { consent: false }, 'Consent', /SMSNo/, 'no'],
  ['marketing_consent.sms.consent', true, 'Consent', /SMSYes/, 'true'],
  ['marketing_consent.email.consent', false, 'Consent', /EmailNo/, 0],
  ['company', { bussiness_name: 'Fjord AS' }, 'Company', /Business nameFjord AS/, 'Fjord AS'],
  ['company.bussiness_name', 'TKP tech AS', 'Company', /Business nameTKP tech AS/, 7],
  ['company.organization_number', '923609016MVA', 'Company', /Organization no\.923 609 016 MVAvalid number/, 923609016],
  ['company.department', 'sales department', 'Company', /Departmentsales department/, 7],
  ['company.industry', 'computer industry', 'Company', /Industrycomputer industry/, 7],
  ['company.website', 'https://example.no', 'Company', /Websitehttps:\/\/example\.no/, {}],
  ['company.number_of_employees', '11-50', 'Company', /Employees11-50/, 12],
  ['contact_for', [{ customer_id: 'B-7' }], 'Contact for', /B-7/, 'B-7'],
  ['contact_for.0.customer_id', 'B-7', 'Contact for', /B-7/, 7],
  ['attributes', { club: 'gold' }, 'Attributes & metadata', /clubgold/, 'gold'],
  ['metadata', { dob_year: 1985 }, 'Attributes & metadata', /Metadata.*dob_year1985/, [1]],
]

/** A customer that has this value at this place, and nothing else that it needs not. */
function customerWith(path: string, value: unknown): Json {
  const build = ([step, ...rest]: string[], at: unknown): unknown => {
    if (step === undefined) return value
    if (step === '0') return [build(rest, {})]
    return { ...(at as Json), [step]: build(rest, {}) }
  }
  // Beside a company's name that of its person has a row of its own; else it is the heading.
  const around = path.endsWith('t_name') ? { ...base, company: { bussiness_name: 'Fjord AS' } } : base
  return build(path.split('.'), around) as Json
}

function showWire(wire: Json): void {
  const record = parseWireRecord(wire)
  if (!record) throw new Error('unreadable')
  const answer = { ...record, reveals: [], etag: null, read_at: '2026-11-23T11:00:00Z' }
  show(record.customer, <RecordBody accountId={accountId} customer={record.customer} record={answer} layout="page" />, {
    terms: [{ id: 't-1', terms: 'Vilkår for kundeklubben.' }],
  })
}

const textOf = (region: string) => screen.queryByRole('region', { name: region, hidden: true })?.textContent ?? ''

beforeEach(freezeClock)
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe.each(lines)('%s', (path, right, region, shown, wrong) => {
  it('is shown in its section', () => {
    showWire(customerWith(path, right))
    expect(textOf(region)).toMatch(shown)
    expect(screen.queryByText('unexpected format')).toBeNull()
  })

  it('is shown unchanged and marked when it is invalid', () => {
    showWire(customerWith(path, wrong))
    const section = path === 'contact_for' ? 'Contacts' : region
    const text = textOf(section) || textOf('Contacts')
    expect(text).toContain(JSON.stringify(wrong))
    expect(screen.getByText('unexpected format')).toBeDefined()
  })
})

// Without a type nothing is a customer (contract).
const optional = lines.filter(([path]) => path !== 'type')
describe.each([
  ['missing', undefined],
  ['null', null],
])('%s', (_, value) => {
  it.each(optional)('%s leaves nothing behind', (path, _right, region, shown) => {
    showWire(customerWith(path, value))
    expect(textOf(region)).not.toMatch(shown)
    expect(screen.queryByText('unexpected format')).toBeNull()
    expect(document.body.textContent).not.toMatch(/null|undefined|NaN|Invalid/)
  })
})

it('shows customer_id in the overview; without it there is no record', () => {
  showWire(base)
  expect(textOf('Overview')).toContain('Customer IDK-1')
  for (const customer_id of [undefined, null, 7, '']) expect(parseWireRecord({ ...base, customer_id })).toBeNull()
})

it.each([
  ['deleted_at', deleted, /Deleted12 Nov 2026 10:15:00/],
  ['deleted_by', { ...deleted, deleted_by: '1c92f7e1' }, /Deleted by1c92f7e1/],
  ['created_at', { ...deleted, created_at: '2023-11-07T05:31:56Z' }, /Created7 Nov 2023 06:31:56/],
])('%s of a deleted customer is shown in the tombstone', (_, wire, shown) => {
  showWire(wire)
  expect(document.body.textContent).toMatch(shown)
})

it.each([
  [
    'latitude and longitude',
    { latitude: 59.942112, longitude: 10.716991, postal_place: 'Oslo' },
    'mlat=59.942112&mlon=10.716991',
  ],
  ['without one of them', { latitude: 59.942112, postal_place: 'Oslo' }, 'query=Oslo'],
])('%s have a link to the map', (_, address, query) => {
  showWire({ ...base, addresses: [address] })
  expect(screen.getByRole('link', { name: /on a map/ }).getAttribute('href')).toContain(query)
})

it.each([
  ['custom_type', { type: 'custom', custom_type: 'Hytte' }, 'Hytte'],
  ['type', { type: 'home' }, 'Home'],
  ['type other', { type: 'other' }, 'Other'],
  ['type that Dintero does not name', { type: 'Besøk' }, 'Besøk'],
  ['neither', {}, 'Address'],
])('an address has the heading %s', (_, kind, heading) => {
  showWire({ ...base, addresses: [{ postal_place: 'Oslo', ...kind }] })
  expect(screen.getByRole('heading', { level: 3, name: heading })).toBeDefined()
})

it('a marketing consent shows its age', () => {
  showWire({ ...base, marketing_consent: { sms: { consent: true, updated_at: '2018-01-12T13:42:00Z' } } })
  expect(textOf('Consent')).toMatch(/SMSYes8 years ago.*older than 24 months.*12 Jan 2018/)
})

it('shows properties that are in no documentation', () => {
  showWire({ ...base, loyalty_tier: { name: 'gold', since: 2031 } })
  expect(textOf('Attributes & metadata')).toMatch(/Other properties.*loyalty_tier.*namegold.*since2031/)
})

it('shows the valid values beside several invalid ones', () => {
  showWire({
    ...base,
    email: 42,
    status: 'active',
    addresses: ['x', { postal_place: 'Oslo' }],
    company: { industry: 7 },
  })
  expect(textOf('Overview')).toMatch(/StatusActive/)
  expect(textOf('Addresses')).toMatch(/Oslo.*Addresses 1"x"/)
  expect(screen.getAllByText('unexpected format')).toHaveLength(3)
})
