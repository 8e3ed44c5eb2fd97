import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { ViewNotice } from '@/components/customers/views/view-notice'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { accountQueries } from '@/lib/api/queries/account'
import type { View } from '@/lib/customers/views/view'
import { parseViewQuery } from '@/lib/customers/views/view-query'

const accountId = 'T12345678'
const id = '3c90c3cc-0d44-4b50-8888-8dd257360521'
const open: View = {
  ...{ id, name: 'Old', query: `type=company&tag_id=${id}&attributes_keys=club&attributes_keys=of_last_year` },
  ...{ columns: null, density: null, owner: null, shared: false, version: 1, left_out: [] },
  changed_at: '2026-03-01T09:00:00.000Z',
}

function Page() {
  const [filters, setFilters] = useState(parseViewQuery(open.query).filters)
  const url = {
    filters,
    setFilters: async (change: Partial<typeof filters>) => {
      setFilters((now) => ({ ...now, ...change }))
      return new URLSearchParams()
    },
  }
  return (
    <>
      <output aria-label="filters">{JSON.stringify([filters.type, filters.tag_id, filters.attributes_keys])}</output>
      <ViewNotice views={{ open, accountId }} url={url} />
    </>
  )
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('leaves out all that the account has no more, whichever of its answers comes first', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(() => new Promise(() => {})),
  )
  const client = new QueryClient()
  renderWithIntl(
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>,
  )
  const shown = () => screen.getByRole('status', { name: 'filters' }).textContent
  act(() => void client.setQueryData(accountQueries.tags(accountId).queryKey, { tags: [] }))
  await screen.findByText('Left out, because the account no longer has it: Tag.')
  expect(shown()).toBe(JSON.stringify(['company', null, ['club', 'of_last_year']]))
  const attributes = [{ name: 'club', type: 'string' as const, multiple_values: false, private: false }]
  act(() => void client.setQueryData(accountQueries.settings(accountId).queryKey, { attributes }))
  await screen.findByText('Left out, because the account no longer has it: Tag, of_last_year.')
  expect(shown()).toBe(JSON.stringify(['company', null, ['club']]))
})
