import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ExportDialog } from '@/components/customers/export/export-dialog'
import { PreferencesForTests, renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { accountQueries } from '@/lib/api/queries/account'
import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import type { CustomerExport } from '@/lib/exports'

const beginExport = vi.hoisted(() => vi.fn())
vi.mock('@/lib/api/queries/exports', () => ({ beginExport }))
afterEach(cleanup)

function show({ exports = [], layout = {} }: { exports?: CustomerExport[]; layout?: ColumnLayout } = {}) {
  const onBegun = vi.fn()
  const list = { exports, calls_per_minute: 60 }
  const client = new QueryClient()
  client.setQueryData(accountQueries.settings('T1').queryKey, { attributes: [attributeForTests('club')] })
  renderWithIntl(
    <QueryClientProvider client={client}>
      <PreferencesForTests chosen={{ columns: { T1: layout } }}>
        <ExportDialog
          accountId="T1"
          query="?type=company"
          total={25_000}
          list={list}
          onClose={() => {}}
          onBegun={onBegun}
        />
      </PreferencesForTests>
    </QueryClientProvider>,
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
  const { submit } = show({ exports: [one, one, one] })
  submit()
  expect(screen.getByRole('alert').textContent).toContain('You have 3 exports.')
  expect(beginExport).not.toHaveBeenCalled()
})

it('offers the columns of the list in their order, and those that it hides after them', async () => {
  const layout = {
    order: ['attribute:club', 'attribute:gone', 'email', 'consent:letter'],
    shown: ['consent:letter', 'attribute:gone', 'attribute:club'],
    hidden: ['status', 'store', 'consent', 'place', 'created', 'updated', 'deleted'],
    pinned: ['phone'],
  }
  const { submit } = show({ layout })
  const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox')
  const names = (isChecked: boolean) =>
    boxes()
      .filter(({ checked }) => checked === isChecked)
      .map((box) => box.labels?.[0]?.textContent)
  const listed = ['Name', 'Phone', 'club', 'Email', 'Consent: letter', 'Customer ID', 'Type']
  expect(names(true)).toEqual(listed)
  expect(boxes().map((box) => box.labels?.[0]?.textContent)).toEqual([...listed, ...names(false)])
  fireEvent.click(screen.getByRole('checkbox', { name: 'Type' }))
  fireEvent.click(screen.getByRole('checkbox', { name: 'Status' }))
  fireEvent.change(screen.getByRole('textbox', { name: 'Reason' }), { target: { value: 'for the store' } })
  beginExport.mockResolvedValueOnce({ export: { id: 'a' }, is_new: true })
  submit()
  const columns = ['name', 'phone', 'attribute:club', 'email', 'consent:letter', 'customer_id', 'status']
  await waitFor(() => expect(beginExport).toHaveBeenLastCalledWith('T1', expect.objectContaining({ columns })))
})

it('keeps what is typed where it cannot be sent, such as after a sign-out, says why, and can be sent again', async () => {
  const { onBegun, submit } = show()
  const reason = screen.getByRole<HTMLInputElement>('textbox', { name: 'Reason' })
  fireEvent.change(reason, { target: { value: 'for the store' } })
  beginExport.mockRejectedValueOnce({ code: 'unauthenticated', message: '', request_id: 'r' })
  submit()
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^You’re signed out Sign in again\./))
  expect([reason.value, onBegun.mock.calls]).toEqual(['for the store', []])
  beginExport.mockResolvedValueOnce({ export: { id: 'a' }, is_new: true })
  submit()
  await waitFor(() => expect(onBegun).toHaveBeenCalledWith('a'))
})
