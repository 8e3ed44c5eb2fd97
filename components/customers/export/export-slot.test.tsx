import { cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { ExportsProps } from '@/components/customers/export/exports'

/** Stands for the exports, and remembers the query that it was mounted with. */
function Exports({ query, isOpen }: ExportsProps) {
  const [first] = useState(query)
  return <p>{`${first} ${isOpen ? 'open' : 'closed'}`}</p>
}
vi.mock('@/components/customers/export/exports', () => ({ Exports }))
const { ExportSlot } = await import('@/components/customers/export/export-slot')
afterEach(cleanup)

it('keeps what was begun in a form that is closed before the page is idle', async () => {
  const slot = (query: string, isOpen: boolean) => (
    <ExportSlot accountId="T1" query={query} total={1} isOpen={isOpen} onClose={() => {}} />
  )
  const { container, rerender } = render(slot('?a', false))
  expect(container.textContent).toBe('')
  rerender(slot('?b', true))
  expect(await screen.findByText('?b open')).toBeTruthy()
  rerender(slot('?c', false))
  expect(screen.getByText('?b closed')).toBeTruthy()
})
