import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ContactsSection } from '@/components/record/sections/contacts-section'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import type { Customer } from '@/lib/customers/model/customer'

const company: Customer = { type: 'company', customer_id: 'B-1' }
const contact: Customer = { type: 'contact', customer_id: 'C-1', first_name: 'Jørgen' }

type Step = { found?: Customer[]; after?: string } | 'failed' | 'limited'

const view = vi.hoisted(() => ({ isInView: true, observers: new Set<(isInView: boolean) => void>() }))
vi.mock('@/components/record/view/use-is-visible', async () => {
  const { useEffect, useState } = await import('react')
  const useVisibilityChange = (_element: unknown, onChange: (isInView: boolean) => void) =>
    useEffect(() => {
      view.observers.add(onChange)
      onChange(view.isInView)
      return () => void view.observers.delete(onChange)
    }, [onChange])
  const useIsVisible = (element: unknown) => {
    const [isVisible, setIsVisible] = useState(false)
    useVisibilityChange(element, setIsVisible)
    return isVisible
  }
  return { useVisibilityChange, useIsVisible }
})
const setInView = (to: boolean) =>
  act(async () => {
    view.isInView = to
    for (const notify of view.observers) notify(to)
  })

beforeEach(() => {
  view.isInView = true
})
afterEach(() => {
  cleanup()
  focusManager.setFocused(undefined)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const limited = { error: { code: 'rate_limited', message: '', request_id: 'r-1', retry_after_seconds: 30 } }

/**
 * Shows the contacts of a company in an account of so many contacts; each step looks at 500. From the step `heldFrom` on, each
 * waits until `release`. Returns the cursors of the steps that were requested.
 */
function show(total: number | null, steps: readonly Step[], { customer = company, heldFrom = 1_000 } = {}) {
  const requested: (string | null)[] = []
  const waiting: (() => void)[] = []
  vi.stubGlobal('fetch', async (url: string, { signal }: RequestInit) => {
    if (url.includes('customers-total')) return Response.json({ total })
    const at = requested.push(new URL(url, 'http://desk').searchParams.get('starting_after'))
    if (at >= heldFrom) await new Promise<void>((resolve) => waiting.push(resolve))
    signal?.throwIfAborted()
    const answer = steps[at - 1]
    if (answer === 'limited') return Response.json(limited, { status: 429 })
    if (answer === 'failed' || !answer) return Response.json({}, { status: 503 })
    const next = at < steps.length ? { starting_after: answer.after ?? `after-${at}` } : null
    return Response.json({ customers: answer.found ?? [], unreadable: [], looked: 500, next })
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const { unmount } = renderWithIntl(
    <QueryClientProvider client={client}>
      <ContactsSection accountId="T12345678" customer={customer} layout="page" record={undefined} />
    </QueryClientProvider>,
  )
  const release = () => act(async () => waiting.shift()?.())
  return { requested, release, unmount }
}

const none = Array.from({ length: 20 }, (): Step => ({}))
const status = () => screen.queryAllByRole('status').map(({ textContent }) => textContent)
const stopButton = () => screen.getByRole('button', { name: 'Stop' })

it('goes on by itself until all contacts are looked at, and only then says that there is none', async () => {
  const { requested } = show(10_000, none)
  await waitFor(() => expect(status()).toEqual(['No contacts found.']))
  expect(requested).toHaveLength(20)
  expect(screen.queryByRole('button')).toBeNull()
})

it('says among how many there is none while it goes on, and does not announce each step', async () => {
  const { requested, release } = show(12_130, none, { heldFrom: 8 })
  await waitFor(() => expect(status()).toEqual(['None among 3,500 of 12,130 contacts.']))
  await waitFor(() => expect(requested).toHaveLength(8))
  expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('true')
  await release()
  await waitFor(() => expect(status()).toEqual(['None among 4,000 of 12,130 contacts.']))
})

it('stops at a press, ignores the step that was running, and goes on at another press', async () => {
  const { requested, release } = show(12_130, none, { heldFrom: 2 })
  await waitFor(() => expect(requested).toHaveLength(2))
  fireEvent.click(stopButton())
  await release()
  expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('false')
  expect(status()).toEqual(['None among 500 of 12,130 contacts.'])
  fireEvent.click(screen.getByRole('button', { name: 'Keep looking' }))
  await waitFor(() => expect(requested).toEqual([null, 'after-1', 'after-1']))
  expect(stopButton()).toBeDefined()
})

it('begins when it comes into view, waits while it is out of view, and goes on where it was', async () => {
  view.isInView = false
  const { requested, release } = show(12_130, none, { heldFrom: 2 })
  expect(requested).toEqual([])
  await setInView(true)
  await waitFor(() => expect(requested).toHaveLength(2))
  await setInView(false)
  await release()
  await waitFor(() => expect(status()).toEqual(['None among 1,000 of 12,130 contacts.']))
  expect(requested).toHaveLength(2)
  await setInView(true)
  await waitFor(() => expect(requested).toEqual([null, 'after-1', 'after-2']))
})

it('waits while the tab is hidden, and requests nothing for a record that was closed', async () => {
  const { requested, release, unmount } = show(12_130, none, { heldFrom: 2 })
  await waitFor(() => expect(requested).toHaveLength(2))
  act(() => focusManager.setFocused(false))
  await release()
  await waitFor(() => expect(status()).toEqual(['None among 1,000 of 12,130 contacts.']))
  expect(requested).toHaveLength(2)
  act(() => focusManager.setFocused(true))
  await waitFor(() => expect(requested).toHaveLength(3))
  unmount()
  await release()
  expect(requested).toHaveLength(3)
})

it('waits as long as a rate limit says, and goes on with the step that was refused', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  const { requested } = show(1_500, [{}, {}, 'limited', {}])
  await screen.findByRole('alert')
  expect(status()).toContain('None among 1,000 of 1,500 contacts.')
  act(() => void vi.advanceTimersByTime(29_000))
  expect(requested).toEqual([null, 'after-1', 'after-2'])
  act(() => void vi.advanceTimersByTime(8_000))
  await screen.findByText('No contacts found.')
  expect(requested).toEqual([null, 'after-1', 'after-2', 'after-2'])
})

it('stops where the list leads back to where it was', async () => {
  const { requested } = show(9_000, [{}, {}, { after: 'after-1' }, ...none])
  await screen.findByRole('alert')
  expect(requested).toHaveLength(3)
  expect(status()).toContain('None among 1,000 of 9,000 contacts.')
})

it('says how many were looked at where Dintero gives no total', async () => {
  show(null, none, { heldFrom: 6 })
  await waitFor(() => expect(status()).toEqual(['None among 2,500 contacts.']))
})

it('shows those that were found so far beside how far it has looked', async () => {
  show(9_000, [{ found: [contact] }, ...none], { heldFrom: 6 })
  await screen.findByRole('link', { name: 'Jørgen' })
  await waitFor(() => expect(status()).toEqual(['Checked 2,500 of 9,000 contacts.']))
})

it('stops at a failure, which offers to try again', async () => {
  const { requested } = show(9_000, [{}, 'failed', ...none])
  await screen.findByRole('alert')
  expect(requested).toHaveLength(2)
  expect(status()).toContain('None among 500 of 9,000 contacts.')
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
})

it('does not look for contacts of a person until asked', async () => {
  const { requested } = show(500, [{}], { customer: { type: 'customer', customer_id: 'K-1' } })
  fireEvent.click(screen.getByRole('button', { name: 'Look for contacts' }))
  await waitFor(() => expect(status()).toEqual(['No contacts found.']))
  expect(requested).toHaveLength(1)
})
