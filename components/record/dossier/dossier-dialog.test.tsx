import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { DossierDialog } from '@/components/record/dossier/dossier-dialog'
import { saveFile } from '@/components/ui/save-file'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import type { SentDossier } from '@/lib/api/fetch-dossier'
import type { DossierRequest, DossierStep } from '@/lib/customers/dossier/dossier'

type Fetch = (url: string, request: DossierRequest, onStep: (step: DossierStep) => void, signal: AbortSignal) => unknown

const fetchDossier = vi.hoisted(() => vi.fn<Fetch>())
vi.mock('@/lib/api/fetch-dossier', () => ({ fetchDossier }))
vi.mock('@/components/ui/save-file', () => ({ saveFile: vi.fn() }))
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

const sent: SentDossier = {
  file: { name: 'kept.json', type: 'application/json', bytes: 2, gaps: [{ part: 'looked', state: 'missing' }] },
  content: new Blob(['{}']),
}

function show() {
  const { unmount } = renderWithIntl(<DossierDialog accountId="T1" customerId="K/1" onClose={() => {}} />)
  const write = (reason: string) => fireEvent.change(screen.getByLabelText('Reason'), { target: { value: reason } })
  const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Make the file' }))
  return { unmount, write, submit }
}

it('sends why, the language and the form, shows how far it has come, and saves the file', async () => {
  let end = (_: SentDossier) => {}
  fetchDossier.mockImplementation((_url, _request, onStep) => {
    onStep({ part: 'purchases', done: 120, of: 1_400 })
    return new Promise<SentDossier>((resolve) => {
      end = resolve
    })
  })
  const { write, submit } = show()
  submit()
  expect(screen.getByRole('alert').textContent).toBe('Write a reason of at least 3 characters.')
  expect(fetchDossier).not.toHaveBeenCalled()
  write(' by email ')
  fireEvent.click(screen.getByRole('radio', { name: 'Norsk bokmål' }))
  fireEvent.click(screen.getByRole('radio', { name: 'JSON, for other systems' }))
  submit()
  expect(fetchDossier.mock.calls[0]?.slice(0, 2)).toEqual([
    '/api/accounts/T1/customers/K%2F1/dossier',
    { reason: 'by email', locale: 'nb', format: 'json' },
  ])
  expect(screen.getByRole('status').textContent).toBe('Loading purchases')
  expect(screen.getByText('120 of 1,400')).toBeTruthy()
  end(sent)
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('The file is in your downloads.'))
  expect(screen.getByRole('status').textContent).toContain('who has viewed this customer')
  expect(vi.mocked(saveFile).mock.calls).toEqual([[{ name: 'kept.json', content: sent.content }]])
})

it('says why there is no file, and keeps the reason for another try', async () => {
  fetchDossier.mockRejectedValue({ code: 'rate_limited', message: '', request_id: 'r', retry_after_seconds: 60 })
  const { write, submit } = show()
  write('by email')
  submit()
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''))
  expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('by email')
})

it('stops when it is cancelled, and when the dialog goes', async () => {
  fetchDossier.mockImplementation(
    (_url, _request, _onStep, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  )
  const { unmount, write, submit } = show()
  write('by email')
  submit()
  fireEvent.click(screen.getAllByRole('button', { name: 'Cancel' })[0] ?? expect.fail())
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  expect(screen.getByRole('alert').textContent).toBe('')
  submit()
  unmount()
  expect(fetchDossier.mock.calls.map(([, , , signal]) => signal.aborted)).toEqual([true, true])
})
