import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { WholeList } from '@/components/customers/whole/whole-list'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { noListFilters } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'

const fetched = vi.hoisted(() => ({ urls: [] as string[], answer: async (_: number): Promise<unknown> => null }))
vi.mock('@/lib/api/client', () => ({
  fetchJson: (url: string) => {
    fetched.urls.push(url)
    if (url.includes('/settings')) return { attributes: [] }
    return fetched.answer(Number(new URLSearchParams(url.split('?')[1]).get('starting_after') ?? 0))
  },
}))

const names = ['Åse', 'Zoe', '', 'Øyvind', 'Anders', 'Ærlig']
const customer = (name: string, index: number): Customer => ({
  customer_id: `K-${index}`,
  type: 'customer',
  first_name: name,
  email: index === 1 ? 'zoe@example.no' : undefined,
  created_at: `2026-03-0${index + 1}T00:00:00Z`,
})
/** Two customers a page; the cursor is the index of the first one. */
const pageAt = (from: number): CustomerPage => ({
  customers: names.map(customer).slice(from, from + 2),
  unreadable: [],
  next: from + 2 < names.length ? { starting_after: String(from + 2) } : null,
})

beforeEach(() => {
  fetched.urls = []
  fetched.answer = async (from) => pageAt(from)
})
afterEach(cleanup)

function show({ isMasked = false } = {}) {
  const query = { ...noListFilters, limit: 25, starting_after: null, by_word: null }
  const url = { params: { ...query, record: null, section: null }, query, filters: noListFilters, openRecord: vi.fn() }
  const onClose = vi.fn()
  renderWithIntl(
    <QueryClientProvider client={new QueryClient()}>
      <WholeList
        accountId="T12345678"
        isMasked={isMasked}
        // The list reads these parts of an address, and neither parses nor writes it.
        url={url as unknown as CustomerUrl}
        notice={null}
        isEntered={false}
        explain={null}
        renderRecord={() => null}
        total={names.length}
        onClose={onClose}
      />
    </QueryClientProvider>,
  )
  return onClose
}

const rows = () => [...document.querySelectorAll<HTMLElement>('tr[data-customer]')].map((row) => row.dataset.customer)
const head = (name: string) => screen.getByRole('columnheader', { name })
const sortBy = (name: string) => fireEvent.click(within(head(name)).getByRole('button'))
const whole = () => screen.findByText('6 customers loaded in 3 calls.')

it('loads all pages, and sorts by a head: up in Norwegian order, down, and back, with what is empty last', async () => {
  show()
  await whole()
  expect(rows()).toEqual(['K-0', 'K-1', 'K-2', 'K-3', 'K-4', 'K-5'])
  expect(fetched.urls.filter((url) => url.includes('limit=100'))).toHaveLength(3)

  sortBy('Name')
  expect(rows()).toEqual(['K-4', 'K-1', 'K-5', 'K-3', 'K-0', 'K-2'])
  expect(head('Name').getAttribute('aria-sort')).toBe('ascending')
  expect(screen.getByText('Sorted by Name, ascending.')).not.toBeNull()
  sortBy('Name')
  expect(rows()).toEqual(['K-0', 'K-3', 'K-5', 'K-1', 'K-4', 'K-2'])
  expect(head('Name').getAttribute('aria-sort')).toBe('descending')
  sortBy('Name')
  expect(rows()).toEqual(['K-0', 'K-1', 'K-2', 'K-3', 'K-4', 'K-5'])
  expect(head('Name').getAttribute('aria-sort')).toBeNull()
  sortBy('Created')
  sortBy('Created')
  expect(rows()[0]).toBe('K-5')
})

it('draws every row by itself, for the browser’s own find, and the first ones of another order at once', async () => {
  const customers = Array.from({ length: 130 }, (_, index) => customer(`Name ${index}`, index))
  fetched.answer = async () => ({ customers, unreadable: [], next: null })
  show()
  await waitFor(() => expect(rows()).toHaveLength(130), { timeout: 20_000 })
  sortBy('Name')
  // As many as fill the screen, and not yet all.
  expect(rows().length).toBeLessThan(130)
  expect(rows().length * 28).toBeGreaterThan(window.innerHeight)
  expect(rows()[0]).toBe('K-0')
  await waitFor(() => expect(rows()).toHaveLength(130), { timeout: 20_000 })
})

it('filters the rows that are loaded, and says that it looks in no others', async () => {
  const onClose = show()
  await whole()
  const box = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter these 6 rows' })
  expect(box.title).toBe('Looks in these rows only')
  sortBy('Name')
  fireEvent.change(box, { target: { value: 'mar 2026 e k-' } })
  expect(rows()).toEqual(['K-4', 'K-1', 'K-5', 'K-3', 'K-0', 'K-2'])
  fireEvent.change(box, { target: { value: 'zoe@' } })
  expect(rows()).toEqual(['K-1'])
  expect(screen.getByText('1 match in these rows. Sorted by Name, ascending.')).not.toBeNull()
  fireEvent.change(box, { target: { value: 'of another page' } })
  expect(screen.getByText('No match in these rows')).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Back to pages' }))
  expect(onClose).toHaveBeenCalledOnce()
})

it('offers no order and no filter by what a person sees masked', async () => {
  fetched.answer = async (from) => {
    const page = pageAt(from)
    return { ...page, customers: page.customers.map((one) => ({ ...one, email: one.email && maskText })) }
  }
  show({ isMasked: true })
  await whole()
  expect(within(head('Email masked for you')).queryByRole('button')).toBeNull()
  expect(within(head('Name')).getByRole('button')).not.toBeNull()
  fireEvent.change(screen.getByRole('searchbox', { name: 'Filter these 6 rows' }), { target: { value: maskText } })
  expect(rows()).toEqual([])
})

it('stops in the middle, sorts nothing until the rest is there, and goes on after a failure', async () => {
  fetched.answer = async (from) => (from === 2 ? new Promise(() => {}) : pageAt(from))
  show()
  await waitFor(() => expect(rows()).toEqual(['K-0', 'K-1']))
  expect(screen.getByText('Loaded 2 of 6.')).not.toBeNull()
  expect(within(head('Name')).queryByRole('button')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /^Stop/ }))
  expect(screen.queryByRole('searchbox', { name: /^Filter these/ })).toBeNull()

  fetched.answer = async () => Promise.reject({ code: 'upstream_unavailable', message: '', request_id: 'r' })
  fireEvent.click(screen.getByRole('button', { name: /^Load the rest/ }))
  const again = await screen.findByRole('button', { name: /^Try again/ })
  fetched.answer = async (from) => pageAt(from)
  fireEvent.click(again)
  await screen.findByText('6 customers loaded in 3 calls.')
})
