import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { accountId, freezeClock, show } from '@/components/record/render-for-tests'
import { Timeline } from '@/components/record/timeline/timeline'
import type { ChangesAnswer } from '@/lib/customers/changes/change'
import type { Customer } from '@/lib/customers/model/customer'

const customer: Customer = {
  customer_id: 'K-1',
  type: 'customer',
  created_at: '2024-03-01T08:00:00Z',
  marketing_consent: { email: { consent: false, updated_at: '2026-11-12T08:00:00Z' } },
}
const nothing: ChangesAnswer = { changes: [], next: null, is_on: false, since: null }
const withdrawn = {
  ...{ channel: 'email', before: true, before_at: '2024-03-03T08:00:00Z' },
  ...{ after: false, after_at: '2026-11-12T08:00:00Z' },
}

beforeEach(freezeClock)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const showTimeline = (answer: ChangesAnswer) => {
  vi.stubGlobal('fetch', async () => Response.json(answer))
  show(customer, <Timeline accountId={accountId} customer={customer} />)
}
const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent?.replace(/\s+/g, ' '))

it('without webhooks says that it knows only the present, and shows that', async () => {
  showTimeline(nothing)
  await waitFor(() => expect(screen.getByText(/so only the present is known/)).toBeTruthy())
  expect(screen.getByText('Email: no since 12 Nov 2026.')).toBeTruthy()
  expect(rows()).toEqual([expect.stringMatching(/Email: no$/), expect.stringMatching(/Created$/)])
})

it('with webhooks shows what was reported, and since when', async () => {
  const changes = [
    {
      id: 2,
      event: 'customer_update' as const,
      at: '2026-11-12T08:00:00Z',
      properties: ['email', 'shoe'],
      consent: [withdrawn],
    },
    { id: 1, event: 'token_add' as const, at: '2025-01-01T08:00:00Z', properties: [], consent: [] },
  ]
  showTimeline({ changes, next: { before: 1 }, is_on: true, since: '2024-12-24T08:00:00Z' })
  await waitFor(() => expect(screen.getByText('Changes are known since 24 Dec 2024.')).toBeTruthy())
  expect(screen.getByText('Email: yes since 3 Mar 2024, no since 12 Nov 2026.')).toBeTruthy()
  // What is older than the loaded changes is not all there yet.
  expect(rows()).toEqual([
    expect.stringMatching(/Email: no$/),
    expect.stringMatching(/Changed: Email, shoe$/),
    expect.stringMatching(/Token added$/),
  ])
  expect(screen.getByRole('button', { name: 'Show older' })).toBeTruthy()
})

it('that cannot be loaded says so, and can be loaded again', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ error: { code: 'audit_unavailable', message: '', request_id: 'r-1' } }, { status: 503 }),
  )
  show(customer, <Timeline accountId={accountId} customer={customer} />)
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Couldn’t load the timeline.'))
})
