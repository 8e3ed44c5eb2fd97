import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FoundContacts } from '@/components/record/contacts/found-contacts'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import type { Customer } from '@/lib/customers/model/customer'

const company: Customer = { type: 'company', customer_id: 'B-1', company: { organization_number: '312548968' } }
const contact = (id: string, first_name: string, department?: string): Customer => ({
  ...{ type: 'contact', customer_id: id, first_name },
  ...(department && { company: { department } }),
})
const contacts = [contact('C-1', 'Jørgen', 'Salg'), contact('C-2', 'Wenche', 'Lager'), contact('C-3', 'Ola')]

const view = vi.hoisted(() => ({ isInView: true }))
vi.mock('@/components/record/view/use-has-been-visible', () => ({ useHasBeenVisible: () => view.isInView }))

let requested: string[] = []
beforeEach(() => {
  view.isInView = true
  requested = []
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** Shows contacts of a company; Dintero names these departments, or fails. */
function show(departments: string[] | 'failed', found = contacts, customer = company): void {
  vi.stubGlobal('fetch', async (url: string) => {
    requested.push(url.slice(url.lastIndexOf('/') + 1))
    return departments === 'failed' ? Response.json({}, { status: 503 }) : Response.json({ departments })
  })
  renderWithIntl(
    <QueryClientProvider client={new QueryClient()}>
      <FoundContacts accountId="T12345678" customer={customer} contacts={found} />
    </QueryClientProvider>,
  )
}
const select = () => screen.getByRole('combobox', { name: 'Department' })
const options = () => within(select()).getAllByRole('option')
const names = () => screen.queryAllByRole('link').map(({ textContent }) => textContent)

it('contacts are filtered by the departments of Dintero and by their own', async () => {
  show(['Ledelse', 'Salg'])
  await waitFor(() =>
    expect(options().map(({ textContent }) => textContent)).toEqual(['All departments', 'Lager', 'Ledelse', 'Salg']),
  )
  expect(requested).toEqual(['departments?organization_number=312548968'])
  expect(names()).toEqual(['Jørgen', 'Wenche', 'Ola'])
  fireEvent.change(select(), { target: { value: 'Salg' } })
  expect(names()).toEqual(['Jørgen'])
  expect(screen.getByRole('status').textContent).toBe('Showing 1 of 3 contacts')
  fireEvent.change(select(), { target: { value: 'Ledelse' } })
  expect([names(), screen.getByRole('status').textContent]).toEqual([[], 'Showing 0 of 3 contacts'])
})

it('of hundreds, the first are there at once and the others by and by, each drawn once', async () => {
  const many = Array.from({ length: 250 }, (_, at) => contact(`C-${at}`, `Kontakt ${at}`))
  show([], many)
  expect(names().length).toBeLessThan(100)
  await waitFor(() => expect(names()).toHaveLength(250), { timeout: 20_000 })
  expect(new Set(names()).size).toBe(250)
})

it('a failure leaves the departments of the contacts, and says nothing', async () => {
  show('failed')
  await waitFor(() => expect(requested).toHaveLength(1))
  expect(options()).toHaveLength(3)
  expect(screen.queryByRole('alert')).toBeNull()
})

it('there is no filter by a single department', async () => {
  show(['Salg'], contacts.slice(0, 1))
  await waitFor(() => expect(requested).toHaveLength(1))
  expect([screen.queryByRole('combobox'), screen.queryByRole('status'), names()]).toEqual([null, null, ['Jørgen']])
})

it('nothing is requested before the contacts are in view, nor without an organization number', () => {
  view.isInView = false
  show([])
  cleanup()
  view.isInView = true
  show([], contacts, { type: 'company', customer_id: 'B-1' })
  expect(requested).toEqual([])
})
