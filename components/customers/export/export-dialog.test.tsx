import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ExportDialog } from '@/components/customers/export/export-dialog'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import type { CustomerExport } from '@/lib/exports'

const beginExport = vi.hoisted(() => vi.fn())
vi.mock('@/lib/api/queries/exports', () => ({ beginExport }))
afterEach(cleanup)

function show(exports: CustomerExport[] = []) {
  const onBegun = vi.fn()
  const list = { exports, calls_per_minute: 60 }
  renderWithIntl(
    <ExportDialog
      accountId="T1"
      query="?type=company"
      total={25_000}
      list={list}
      onClose={() => {}}
      onBegun={onBegun}
    />,
  )
  return { onBegun, submit: () => fireEvent.click(screen.getByRole('button', { name: 'Export' })) }
}

it('begins at the reason, says what the export costs, and sends what is chosen', async () => {
  const { onBegun, submit } = show()
  const reason = screen.getByRole('textbox', { name: 'Reason' })
  expect(document.activeElement).toBe(reason)
  expect(screen.getByText('250 calls to Dintero, about 4 minutes')).toBeTruthy()
  submit()
  expect(screen.getByRole('alert').textContent).toBe('Write a reason of at least 3 characters.')
  fireEvent.change(reason, { target: { value: ' for the store ' } })
  fireEvent.click(screen.getByRole('radio', { name: 'Excel (XLSX)' }))
  for (const name of ['Status', 'Store', 'Consent', 'Place']) fireEvent.click(screen.getByRole('checkbox', { name }))
  beginExport.mockResolvedValueOnce({ export: { id: 'a' }, is_new: false })
  submit()
  await waitFor(() => expect(onBegun).toHaveBeenCalledWith('a'))
  expect(beginExport).toHaveBeenCalledWith('T1', {
    query: '?type=company',
    columns: ['name', 'customer_id', 'type', 'email', 'phone', 'created', 'updated', 'deleted'],
    format: 'xlsx',
    reason: 'for the store',
    total: 25_000,
  })
  expect(screen.getByRole('alert').textContent).toBe('You’re already exporting these customers.')
})

it('sends nothing where the person has as many exports as they may have', () => {
  beginExport.mockClear()
  const one = { id: 'a', state: 'ready' } as CustomerExport
  const { submit } = show([one, one, one])
  submit()
  expect(screen.getByRole('alert').textContent).toContain('You have 3 exports.')
  expect(beginExport).not.toHaveBeenCalled()
})
