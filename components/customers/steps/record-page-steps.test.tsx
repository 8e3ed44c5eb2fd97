import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RecordPageSteps } from '@/components/customers/steps/record-page-steps'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { customerQueries } from '@/lib/api/queries/customers'
import { noFilters } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'
import { parseRecordLists, type RecordList, recordListsKey, storeRecordList } from '@/lib/record-list'
import { readSessionItem } from '@/lib/session-storage'

// The steps are code of their own, which a busy machine loads late.
configure({ asyncUtilTimeout: 30_000 })

const push = vi.hoisted(() => vi.fn<(href: string) => void>())
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

const accountId = 'T12345678'
const firstPage: RecordList = {
  search: '?search=nor&limit=3',
  ids: ['K-1', 'K-2', 'K-3'],
  next: { starting_after: 'id-3', by_word: null, since_moved: null },
}

beforeEach(() => {
  sessionStorage.clear()
  push.mockReset()
})
afterEach(cleanup)

/** A page of the list as the API has answered it. */
const pageOf = (...ids: string[]): CustomerPage => ({
  customers: ids.map((customer_id): Customer => ({ id: `id of ${customer_id}`, customer_id, type: 'customer' })),
  unreadable: [],
  next: null,
})

function show(customerId: string, list: RecordList | null | undefined, nextPage: CustomerPage = pageOf('K-4', 'K-5')) {
  if (list) storeRecordList(accountId, list)
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } })
  const query = { ...noFilters, search: 'nor', limit: 3, by_word: null }
  client.setQueryData(customerQueries.page(accountId, { ...query, starting_after: 'id-3' }).queryKey, nextPage)
  client.setQueryData(
    customerQueries.page(accountId, { ...query, starting_after: null }).queryKey,
    pageOf(...firstPage.ids),
  )
  return renderWithIntl(
    <QueryClientProvider client={client}>
      <RecordPageSteps accountId={accountId} customerId={customerId} />
    </QueryClientProvider>,
  )
}

const step = async (name: 'Next record' | 'Previous record') =>
  fireEvent.click(await screen.findByRole('button', { name }))
const stored = () => parseRecordLists(readSessionItem(recordListsKey(accountId)))[0]

it.each([
  ['K-1', null],
  ['K-9', firstPage],
] as const)('shows nothing for %s, which was opened from no list that holds it', async (id, list) => {
  const { container } = show(id, list)
  expect(container.textContent).toBe('')
})

it('names the position and what was searched for, and leads to the neighbours', async () => {
  show('K-2', firstPage)
  expect(await screen.findByText('2 of 3')).toBeDefined()
  expect(screen.getByText('nor')).toBeDefined()
  await step('Next record')
  await step('Previous record')
  expect(push.mock.calls).toEqual([[`/${accountId}/customers/K-3`], [`/${accountId}/customers/K-1`]])
})

it('skips an id that cannot stand in a URL', async () => {
  show('K-1', { ...firstPage, ids: ['K-1', '..', 'K-3'] })
  await step('Next record')
  expect(push).toHaveBeenCalledWith(`/${accountId}/customers/K-3`)
})

it('goes on to the next page of the list at its edge, and back again', async () => {
  const { unmount } = show('K-3', firstPage)
  await step('Next record')
  await waitFor(() => expect(push).toHaveBeenCalledWith(`/${accountId}/customers/K-4`))
  const second = stored()
  expect(second).toMatchObject({ ids: ['K-4', 'K-5'], next: null, stepped: 'next' })
  expect(new URLSearchParams(second?.search).get('starting_after')).toBe('id-3')
  // The record of before keeps its place until the next one is on the screen.
  expect(screen.getByText('3 of 3')).toBeDefined()
  unmount()

  show('K-4', second)
  expect(await screen.findByText('1 of 2')).toBeDefined()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next record' })))
  expect(stored()).not.toHaveProperty('stepped')
  await step('Previous record')
  await waitFor(() => expect(push).toHaveBeenCalledWith(`/${accountId}/customers/K-3`))
  expect(stored()).toMatchObject({ ids: firstPage.ids })
})

it('knows every page of the lists that the tab came through, and of each the latest alone', async () => {
  storeRecordList(accountId, firstPage)
  storeRecordList(accountId, { search: '?search=nor&limit=3&starting_after=id-3', ids: ['K-4', 'K-5'], next: null })
  storeRecordList(accountId, { search: '?search=kari', ids: ['K-9'], next: null })
  const { unmount } = show('K-3', null)
  expect(await screen.findByText('3 of 3')).toBeDefined()
  unmount()

  storeRecordList(accountId, { search: '?search=kari', ids: ['K-8', 'K-7'], next: null })
  expect(parseRecordLists(readSessionItem(recordListsKey(accountId))).map(({ ids }) => ids[0])).toEqual([
    'K-8',
    'K-4',
    'K-1',
  ])
  for (let other = 0; other < 30; other += 1)
    storeRecordList(accountId, { search: `?search=${other}`, ids: [], next: null })
  expect(parseRecordLists(readSessionItem(recordListsKey(accountId)))).toHaveLength(20)
})

it('stays where it is when the next page turns out to be empty', async () => {
  show('K-3', firstPage, pageOf())
  await step('Next record')
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Next record' }).getAttribute('aria-disabled')).toBe('true'),
  )
  expect(push).not.toHaveBeenCalled()
})
