import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CallMode } from '@/components/record/call/call-mode'
import { accountId, factsOf, freezeClock, show } from '@/components/record/render-for-tests'
import { callKey } from '@/lib/customers/call/call'
import type { Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'

const nora: Customer = {
  customer_id: 'K-214907',
  type: 'customer',
  first_name: 'Nora',
  last_name: 'Bjørgum',
  email: 'nora.bjorgum@example.no',
  phone_number: '+4742140318',
  date_of_birth: '1991-04-17',
  marketing_consent: { sms: { consent: true }, email: { consent: false } },
  addresses: [
    { address_line: 'Thereses gate 14B', postal_code: '0454', postal_place: 'Oslo', country: 'NO', type: 'home' },
  ],
}

beforeEach(freezeClock)
afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const onLeave = vi.fn()
const showCall = (customer: Customer = nora) =>
  show(customer, <CallMode accountId={accountId} customer={customer} layout="drawer" onLeave={onLeave} />)
const button = (name: string) => screen.getByRole('button', { name })

it('reads in the order of a call: the day of birth, phone, email, address, consent', () => {
  showCall()
  expect(screen.getByRole('heading', { name: 'Nora Bjørgum' })).toBe(document.activeElement)
  const facts = factsOf('Call mode')
  expect(facts.map(([label]) => label)).toEqual(['Date of birth', 'Phone', 'Email', 'Home', 'Consent'])
  expect(facts.map(([, value]) => value?.slice(0, 33))).toEqual([
    '17 April 1991Ask for the day of b',
    '+4742140318',
    'nora.bjorgum@example.no',
    'Thereses gate 14B0454 OsloNorway'.slice(0, 33),
    'May be texted. May not be emailed',
  ])
})

it('ends with the latest purchase that is one', () => {
  const receipt = { currency: 'NOK', gross_amount: 129_900, store: 'Oslo City', has_discount: false }
  show(nora, <CallMode accountId={accountId} customer={nora} layout="page" onLeave={onLeave} />, {
    purchases: [
      { ...receipt, id: '4', at: '2031-01-01T12:00:00Z' },
      { ...receipt, id: '3', at: '2026-11-21T12:00:00Z', entry_status: 'Voided' },
      { ...receipt, id: '1', at: '2025-01-02T12:00:00Z' },
      { ...receipt, id: '2', at: '2026-11-20T12:00:00Z' },
    ],
  })
  const [label, value] = factsOf('Call mode').at(-1) ?? []
  expect([label, value?.replace(/\s/g, ' ')]).toEqual(['Last purchase', 'NOK 1,299.0020 Nov 2026 · Oslo City'])
})

it('leaves out what is missing, and says where there is no day of birth to ask for', () => {
  showCall({ customer_id: 'K-1', type: 'company', company: { business_name: 'Nordvik AS' } })
  expect(factsOf('Call mode').map(([label]) => label)).toEqual(['Date of birth', 'Consent'])
  expect(screen.getByText('Not registered. Ask for something else.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'It matches' })).toBeNull()
})

it('shows nothing that is masked, and asks to reveal the day of birth first', () => {
  showCall({ ...nora, email: maskText, phone_number: maskText, date_of_birth: maskText })
  expect(screen.getAllByText(maskText)).toHaveLength(3)
  expect(screen.getByText('Reveal it to check who’s calling.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'It matches' })).toBeNull()
})

it('logs the check once, and shows its result or that it was not logged', async () => {
  const answers = [new Response('{}', { status: 503 }), Response.json({ at: '2026-11-23T12:00:00.000Z' })]
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => answers.shift() ?? Response.error())
  vi.stubGlobal('fetch', fetch)
  showCall()
  fireEvent.click(button('It matches'))
  await waitFor(() => expect(screen.getByText('Couldn’t log this. Try again.')).toBeTruthy())
  fireEvent.click(button('It doesn’t match'))
  await waitFor(() => expect(screen.getByText('Birth date didn’t match at 13:00:00.')).toBeTruthy())
  const [url, init] = fetch.mock.calls[1] ?? []
  expect(url).toBe('/api/accounts/T12345678/customers/K-214907/identity-checks')
  expect(init?.body).toBe('{"question":"date_of_birth","matches":false}')
  cleanup()
  showCall()
  expect(screen.getByText('Birth date didn’t match at 13:00:00.')).toBeTruthy()
})

it('keeps the notes in this tab alone, and copies them as text', async () => {
  const writeText = vi.fn(async (_text: string) => {})
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  showCall()
  expect(button('Copy as text').getAttribute('aria-disabled')).toBe('true')
  fireEvent.change(screen.getByRole('textbox', { name: 'Notes from the call' }), {
    target: { value: 'Wants a refund' },
  })
  fireEvent.click(button('Copy as text'))
  await waitFor(() =>
    expect(writeText.mock.calls[0]?.[0]).toMatch(/^Nora Bjørgum, K-214907\nCall, 23 Nov 2026.*\n\nWants a refund$/),
  )
  cleanup()
  showCall()
  expect(screen.getByDisplayValue('Wants a refund')).toBeTruthy()
  fireEvent.click(button('Clear'))
  expect(JSON.parse(sessionStorage.getItem(callKey(accountId, nora.customer_id)) ?? '')).toEqual({
    notes: '',
    checked: null,
  })
  expect(fetch).not.toHaveBeenCalled()
})
