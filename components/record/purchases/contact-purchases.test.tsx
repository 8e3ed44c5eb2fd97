import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ContactPurchases } from '@/components/record/purchases/contact-purchases'
import { accountId, freezeClock, now, zone } from '@/components/record/render-for-tests'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { recordQueries } from '@/lib/api/queries/record'
import type { Customer } from '@/lib/customers/model/customer'

const company: Customer = { type: 'company', customer_id: 'B-1' }
const contact = (at: number): Customer => ({ type: 'contact', customer_id: `C-${at}`, first_name: `Name ${at}` })
const receipt = (id: string) => ({
  id,
  at: '2026-11-20T14:58:00Z',
  store: 'Lagunen',
  currency: 'NOK',
  has_discount: false,
})

let requested: string[] = []
let waiting: (() => void)[] = []
beforeEach(() => {
  freezeClock()
  requested = []
  waiting = []
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Shows the block where so many contacts were found; each request waits until it is answered. */
function show(contacts: number, answer: (id: string) => Response): void {
  vi.stubGlobal('fetch', async (url: string) => {
    const [, id = ''] = /customers\/([^/]+)\/receipts/.exec(url) ?? []
    requested.push(id)
    await new Promise<void>((resolve) => waiting.push(resolve))
    return answer(id)
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  client.setQueryData(recordQueries.contacts(accountId, company.customer_id).queryKey, {
    pages: [
      {
        ...{ unreadable: [], looked: 500, next: null },
        customers: Array.from({ length: contacts }, (_, at) => contact(at + 1)),
      },
    ],
    pageParams: [null],
  })
  renderWithIntl(
    <QueryClientProvider client={client}>
      <ContactPurchases accountId={accountId} customer={company} layout="page" />
    </QueryClientProvider>,
    { zone, nowIso: now.toISOString() },
  )
}
/** Answers what waits until so many contacts were requested. */
async function answerUntil(count: number): Promise<void> {
  await waitFor(() => {
    for (const go of waiting.splice(0)) go()
    expect(requested).toHaveLength(count)
  })
  for (const go of waiting.splice(0)) go()
}
const look = () => fireEvent.click(screen.getByRole('button', { name: 'Look for purchases by contacts' }))
const page = (ids: string[], next: string | null = null) =>
  Response.json({ receipts: ids.map(receipt), unreadable: 0, next: next === null ? null : { starting_after: next } })

it('reads the contacts two at a time at a press, and groups what they have bought', async () => {
  show(3, (id) => (id === 'C-2' ? page(['r-1', 'r-2'], 'r-2') : page([])))
  expect(requested).toEqual([])
  look()
  await waitFor(() => expect(requested).toEqual(['C-1', 'C-2']))
  expect(screen.getByRole('status').textContent).toBe('Checked 0 of 3 contacts, at most 25 purchases each.')
  await answerUntil(3)
  expect(await screen.findByText('Checked 3 of 3 contacts, at most 25 purchases each.')).toBeDefined()
  const group = within(screen.getByRole('region', { name: 'Name 2' }))
  expect(group.getByRole('link', { name: 'Name 2' }).getAttribute('href')).toContain('/customers/C-2')
  expect(group.getByText(/2 purchases, older ones are on their record/)).toBeDefined()
  expect(within(group.getByRole('table', { name: 'November 2026' })).getAllByText('Lagunen')).toHaveLength(2)
  expect(screen.getAllByRole('region')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: 'Look for purchases by contacts' })).toBeNull()
})

it('reads twenty contacts at most, and says of how many', async () => {
  show(23, () => page([]))
  look()
  await answerUntil(20)
  const read = 'Checked 20 of 23 contacts, at most 25 purchases each. No purchases.'
  expect(await screen.findByText(read)).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
})

it('names a missing scope, and goes no further', async () => {
  const error = { code: 'upstream_forbidden', message: 'No.', scope: 'read:receipts', request_id: 'r-1' }
  show(6, () => Response.json({ error }, { status: 502 }))
  look()
  await answerUntil(2)
  expect(await screen.findByText(/^Purchases need the scope read:receipts/)).toBeDefined()
  expect(requested).toHaveLength(2)
})

it('is not there where no contact was found', () => {
  show(0, () => page([]))
  expect(screen.queryByRole('heading')).toBeNull()
})
