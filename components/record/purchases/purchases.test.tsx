import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Purchases } from '@/components/record/purchases/purchases'
import { accountId, freezeClock, now, zone } from '@/components/record/render-for-tests'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import type { Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'
import type { Receipt, ReceiptSummary } from '@/lib/customers/receipts/receipt'

const customer: Customer = { customer_id: 'K-1', type: 'customer' }
const renamed: Customer = {
  ...customer,
  metadata: {
    'dintero_change_customer_id_2.b': { old: 'OLD-2', new: 'K-1', created_at: '2025-01-01T00:00:00Z' },
    'dintero_change_customer_id_1.a': { old: 'OLD-1', new: 'OLD-2', created_at: '2024-01-01T00:00:00Z' },
  },
}
const summary = (id: string, at: string, more: Partial<ReceiptSummary> = {}): ReceiptSummary => ({
  ...{ id, at, store: 'Oslo City', currency: 'NOK', gross_amount: 10_000, lines: 1, has_discount: false },
  ...more,
})
const receipt = (id: string, more: Partial<Receipt> = {}): Receipt => ({
  ...{ id, items: [], payments: [], tax_lines: [], discounts: [], discount_code: [], extra_info: [] },
  ...more,
})

let answers: Record<string, unknown> = {}
let requested: string[] = []
/** Answers each request by the part of its path behind the customers; what has no answer is the failure of a missing scope. */
function answer(url: string): Response {
  const path = decodeURIComponent(url.split('/customers/')[1] ?? '')
  requested.push(path)
  const found = answers[path] ?? answers[path.split('?')[0] ?? '']
  const error = { code: 'upstream_forbidden', message: 'No.', scope: 'read:receipts', request_id: 'r-1' }
  return found === undefined ? Response.json({ error }, { status: 502 }) : Response.json(found)
}
const page = (receipts: ReceiptSummary[], next: string | null = null, unreadable = 0) => ({
  receipts,
  unreadable,
  next: next === null ? null : { starting_after: next },
})

beforeEach(() => {
  freezeClock()
  requested = []
  vi.stubGlobal('fetch', async (url: string) => answer(url))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function show(of: Customer, given: Record<string, unknown>, search = ''): void {
  answers = given
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  renderWithIntl(
    <NuqsTestingAdapter searchParams={search}>
      <QueryClientProvider client={client}>
        <Purchases accountId={accountId} customer={of} />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
    { zone, nowIso: now.toISOString() },
  )
}
const rowsOf = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent?.replace(/\u00a0/g, ' '))

describe('purchases', () => {
  it('stand by month with store, lines, what is special, and the sum', async () => {
    show(customer, {
      'K-1/receipts': page([
        summary('r-1', '2026-11-20T14:58:00Z', { lines: 3, returned: 1, voided: 2, has_discount: true }),
        summary('r-2', '2026-10-03T10:00:00Z', { gross_amount: 'gratis' }),
        { id: 'r-3', has_discount: false },
      ]),
    })
    expect(await screen.findByText('3 purchases in all.')).toBeDefined()
    expect(rowsOf('November 2026')).toEqual([
      'Fri 20, 15:58Oslo City3 lines · 1 returned · 2 voided · discountNOK 100.00',
    ])
    expect(rowsOf('October 2026')).toEqual(['Sat 3, 12:00Oslo City1 linegratis'])
    expect(rowsOf('No date')).toEqual(['No dateUnknown storeno amount'])
    expect(rowsOf('Sums per year')).toEqual(['20261 purchaseNOK 100.00'])
    expect(screen.getByText('2 more have no date or no amount that can be added.')).toBeDefined()
  })

  it('unfold to their receipt, which is fetched then, and a training is no purchase any more', async () => {
    show(customer, {
      'K-1/receipts': page([summary('r-1', '2026-11-20T14:58:00Z')], null, 1),
      'K-1/receipts/r-1': {
        receipt: receipt('r-1', {
          receipt_id: '214907',
          entry_status: 'Training',
          currency: 'NOK',
          items: [
            { description: 'Lue', dimension: ['Rød'], discount_lines: [{ description: 'Black Week', amount: 100 }] },
          ],
          payments: [{ description: 'Kort', last_digits: '4417', amount: 10_000 }],
        }),
      },
    })
    const toggle = await screen.findByRole('button', { name: 'Fri 20, 15:58' })
    expect(requested).toEqual(['K-1/receipts?limit=25'])
    expect(screen.getByText('1 receipt has invalid data and isn’t shown.')).toBeDefined()
    fireEvent.click(toggle)
    expect((await screen.findByText('Kort •••• 4417')).closest('tr')?.textContent).toMatch(/NOK.100\.00/)
    expect(screen.getByText('214907')).toBeDefined()
    expect(screen.getByText(/Black Week: NOK/)).toBeDefined()
    expect(screen.getAllByText('Training, not a purchase')).toHaveLength(2)
    expect(screen.queryByRole('table', { name: 'Sums per year' })).toBeNull()
    fireEvent.click(toggle)
    expect(screen.queryByText('214907')).toBeNull()
  })

  it('show older ones when asked, and say how far they go', async () => {
    const first = Array.from({ length: 25 }, (_, at) => summary(`r-${at}`, '2026-11-20T14:58:00Z'))
    show(customer, {
      'K-1/receipts?limit=25': page(first, 'r-24'),
      'K-1/receipts?starting_after=r-24': page([summary('r-25', '2024-03-03T10:00:00Z')]),
    })
    expect(await screen.findByText('25 purchases loaded, back to 20 Nov 2026.')).toBeDefined()
    expect(rowsOf('Sums per year')[0]).toContain('so far')
    fireEvent.click(screen.getByRole('button', { name: 'Show older' }))
    expect(await screen.findByText('26 purchases in all.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull()
  })

  it('are none where there are none', async () => {
    show(customer, { 'K-1/receipts': page([]) })
    expect(await screen.findByText('No purchases.')).toBeDefined()
  })
})

describe('earlier ids', () => {
  it('are read at once where the present one has few purchases, and named', async () => {
    show(renamed, {
      'K-1/receipts': page([summary('r-1', '2026-11-20T14:58:00Z')]),
      'OLD-2/receipts': page([summary('r-2', '2024-11-20T14:58:00Z')]),
      'OLD-1/receipts': page([]),
      'OLD-2/receipts/r-2': { receipt: receipt('r-2') },
    })
    expect(await screen.findByText('2 purchases in all.')).toBeDefined()
    expect(screen.getByText('Purchases under an earlier ID are included: OLD-2, OLD-1.')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Wed 20, 15:58' }))
    expect(await screen.findByText('Under earlier ID')).toBeDefined()
  })

  it('wait where the present one has many', async () => {
    const first = Array.from({ length: 25 }, (_, at) => summary(`r-${at}`, '2026-11-20T14:58:00Z'))
    show(renamed, { 'K-1/receipts': page(first) })
    expect(await screen.findByText('Those under an earlier ID come after the older ones: OLD-2, OLD-1.')).toBeDefined()
    expect(requested).toHaveLength(1)
  })

  it('are not seen by a person who sees masked metadata, and it says so', async () => {
    show({ ...customer, metadata: { [maskText]: maskText } }, { 'K-1/receipts': page([]) })
    expect(await screen.findByText(/If this customer had another ID before/)).toBeDefined()
    expect(requested).toHaveLength(1)
  })
})

it('a missing scope is one line that names it, without a retry', async () => {
  show(customer, {})
  expect(
    await screen.findByText('Purchases need the scope read:receipts, which this account’s API client lacks.'),
  ).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
})

it('the receipt of the URL stands above all others', async () => {
  show(
    customer,
    { 'K-1/receipts': page([]), 'K-1/receipts/r-9': { receipt: receipt('r-9', { receipt_id: '12345' }) } },
    '?receipt=r-9',
  )
  expect(await within(await screen.findByRole('region', { name: 'Receipt' })).findByText('12345')).toBeDefined()
})

it('a receipt is copied as text, and printed alone', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined)
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
  const print = vi.fn()
  vi.stubGlobal('print', print)
  show(
    customer,
    { 'K-1/receipts': page([]), 'K-1/receipts/r-9': { receipt: receipt('r-9', { receipt_id: '12345' }) } },
    '?receipt=r-9',
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Copy as text' }))
  await waitFor(() => expect(writeText).toHaveBeenCalledWith('Receipt no.: 12345'))
  fireEvent.click(screen.getByRole('button', { name: 'Print receipt' }))
  await waitFor(() => expect(print).toHaveBeenCalledOnce())
  expect(screen.getByRole('heading', { level: 1, name: 'Receipt' })).toBeDefined()
  fireEvent(window, new Event('afterprint'))
  expect(screen.queryByRole('heading', { level: 1 })).toBeNull()
})
