import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ContactsSection } from '@/components/record/sections/contacts-section'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import type { Customer } from '@/lib/customers/model/customer'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const company: Customer = { type: 'company', customer_id: 'B-1' }
const contact: Customer = { type: 'contact', customer_id: 'C-1', first_name: 'Jørgen' }

type Step = { found?: Customer[] } | 'failed'

/** Shows the contacts of a company in an account of so many contacts; each step looks at 500. Returns the count of steps. */
function show(total: number | null, steps: readonly Step[], customer = company) {
  let step = 0
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.includes('customers-total')) return Response.json({ total })
    const answer = steps[step]
    step += 1
    if (answer === 'failed' || !answer) return Response.json({}, { status: 503 })
    const next = step < steps.length ? { starting_after: `after-${step}` } : null
    return Response.json({ customers: answer.found ?? [], unreadable: [], looked: 500, next })
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  renderWithIntl(
    <QueryClientProvider client={client}>
      <ContactsSection accountId="T12345678" customer={customer} layout="page" record={undefined} />
    </QueryClientProvider>,
  )
  return () => step
}

const none = Array.from({ length: 20 }, (): Step => ({}))
const status = () => screen.queryAllByRole('status').map(({ textContent }) => textContent)

it('goes on by itself until all contacts are looked at, and only then says that there is none', async () => {
  const steps = show(1_500, none.slice(0, 3))
  await waitFor(() => expect(status()).toEqual(['No contacts found.']))
  expect(steps()).toBe(3)
  expect(screen.queryByRole('button')).toBeNull()
})

it('stops after five steps, says among how many there is none, and goes on at a press', async () => {
  const steps = show(12_130, none)
  await waitFor(() => expect(status()).toEqual(['None among 2,500 of 12,130 contacts.']))
  const further = await screen.findByRole('button', { name: 'Keep looking' })
  expect(steps()).toBe(5)
  fireEvent.click(further)
  await waitFor(() => expect(status()).toEqual(['None among 5,000 of 12,130 contacts.']))
  await screen.findByRole('button', { name: 'Keep looking' })
  expect(steps()).toBe(10)
})

it('says how many were looked at where Dintero gives no total', async () => {
  show(null, none)
  await waitFor(() => expect(status()).toEqual(['None among 2,500 contacts.']))
})

it('shows those that were found so far beside how far it has looked', async () => {
  show(9_000, [{ found: [contact] }, ...none])
  await screen.findByRole('link', { name: 'Jørgen' })
  await waitFor(() => expect(status()).toEqual(['Checked 2,500 of 9,000 contacts.']))
})

it('stops at a failure, which offers to try again', async () => {
  const steps = show(9_000, [{}, 'failed', ...none])
  await screen.findByRole('alert')
  expect(steps()).toBe(2)
  expect(status()).toContain('None among 500 of 9,000 contacts.')
  expect(screen.queryByRole('button', { name: 'Keep looking' })).toBeNull()
})

it('does not look for contacts of a person until asked', async () => {
  const steps = show(500, [{}], { type: 'customer', customer_id: 'K-1' })
  fireEvent.click(screen.getByRole('button', { name: 'Look for contacts' }))
  await waitFor(() => expect(status()).toEqual(['No contacts found.']))
  expect(steps()).toBe(1)
})
