import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ExportStrip } from '@/components/customers/export/export-strip'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import type { CustomerExport } from '@/lib/exports'

afterEach(cleanup)

const running: CustomerExport = {
  id: 'a',
  state: 'running',
  problem: null,
  format: 'xlsx',
  rows: 1_200,
  total: 25_000,
  pages: 12,
  due_at: '2026-11-27T12:00:00.000Z',
  created_at: '2026-11-27T12:00:00.000Z',
  expires_at: '2026-11-28T12:00:00.000Z',
}

function show(change: Partial<CustomerExport>, failure: { code: 'not_found' } | null = null) {
  const [onChange, onDownload] = [vi.fn(), vi.fn()]
  const one = { ...running, ...change }
  const sent = failure && { ...failure, message: '', request_id: 'r' }
  renderWithIntl(<ExportStrip {...{ one, perMinute: 60, isDownloading: false, failure: sent, onChange, onDownload }} />)
  const text = screen.getByRole('status').querySelector('div')?.textContent
  return { text, buttons: screen.getAllByRole('button').map(({ textContent }) => textContent), onChange, onDownload }
}

it.each([
  [{}, 'Exporting customers 1,200 of 25,000 · about 4 minutes left', ['Pause', 'Delete']],
  [{ total: null }, 'Exporting customers 1,200 customers so far', ['Pause', 'Delete']],
  [{ total: 1_000 }, 'Exporting customers 1,200 customers so far', ['Pause', 'Delete']],
  [{ problem: 'upstream' }, /^Exporting customers Dintero isn’t responding\./, ['Try now', 'Delete']],
  [{ problem: 'database' }, /room to save the export/, ['Try now', 'Delete']],
  [{ state: 'paused', problem: 'signed_out' }, /^Export paused You were signed out\. 1,200 of/, ['Continue', 'Delete']],
  [{ state: 'ready' }, /^Export ready: 1,200 customers Download it before 28 Nov/, ['Download XLSX', 'Delete']],
  [{ state: 'stopped', problem: 'not_allowed' }, /^Export stopped Your role/, ['Close']],
] as const)('%j reads %s, with %j', (change, expected, names) => {
  const { text, buttons } = show(change)
  expect(text).toMatch(expected)
  expect(buttons).toEqual(names)
})

it('does what its buttons say, and tells a download that failed', () => {
  const { onChange, onDownload } = show({ state: 'ready' }, { code: 'not_found' })
  expect(screen.getByRole('status').textContent).toContain('Couldn’t download the export.')
  fireEvent.click(screen.getByRole('button', { name: 'Download XLSX' }))
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }))
  expect([onDownload.mock.calls.length, onChange.mock.calls]).toEqual([1, [['cancel']]])
})
