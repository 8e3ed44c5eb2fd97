import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useViews } from '@/components/customers/views/use-views'
import { ViewButton } from '@/components/customers/views/view-button'
import { ViewChanges } from '@/components/customers/views/view-changes'
import { useCommandKeys } from '@/components/ui/commands'
import { PreferencesForTests, renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import type { View } from '@/lib/customers/views/view'
import { parseViewQuery } from '@/lib/customers/views/view-query'

/** What a person sees of views on a page, with a server that holds them. */

// No test judges a time: this ends what hangs.
configure({ asyncUtilTimeout: 30_000 })

const accountId = 'T12345678'
const uuid = (digit: number) => `3c90c3cc-0d44-4b50-8888-8dd25736052${digit}`
const viewOf = (digit: number, values: Partial<View> = {}): View => ({
  ...{ id: uuid(digit), name: `View ${digit}`, query: 'type=company', columns: null, density: null },
  ...{ owner: null, shared: false, version: 1, changed_at: '2026-03-01T09:00:00.000Z', left_out: [] },
  ...values,
})

let kept: View[] = []
const requests = vi.fn<(call: string, body: unknown) => void>()

/** Answers as the API does. */
async function serve(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const method = init?.method ?? 'GET'
  const body = init?.body ? JSON.parse(String(init.body)) : undefined
  const id = String(url).split('/views/')[1]
  if (method !== 'GET') requests(`${method} ${id ?? ''}`, body)
  const found = kept.find((one) => one.id === id)
  if (method === 'GET') return Response.json({ views: kept, default: null })
  if (found && body.version !== found.version)
    return Response.json({ error: { code: 'conflict', message: '', request_id: 'r' } }, { status: 409 })
  const next = { ...(found ?? viewOf(9)), ...body, version: (found?.version ?? 0) + 1 }
  kept = [...kept.filter((one) => one !== found), next]
  return Response.json(next)
}

const choose = vi.fn(async () => {})
type Shown = { view: string | null; query: string }

function Page({ address }: { address: Shown }) {
  const [shown, setShown] = useState(address)
  const [first] = useState({ open: null, first: kept.slice(0, 9), default: null })
  const url = {
    params: { view: shown.view },
    filters: parseViewQuery(shown.query).filters,
    openView: async (view: string | null, query: string) => setShown({ view, query }),
  }
  const views = useViews({ accountId, first, mayShare: true, url })
  useCommandKeys()
  return (
    <>
      <output>{`${shown.query} ${shown.view} ${views.shown.density}`}</output>
      <button type="button" onClick={() => setShown({ ...shown, query: 'type=contact' })}>
        change
      </button>
      <ViewButton views={views} />
      {views.isEdited && <ViewChanges views={views} />}
    </>
  )
}

const show = (address: Shown) =>
  renderWithIntl(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <PreferencesForTests save={choose}>
        <Page address={address} />
      </PreferencesForTests>
    </QueryClientProvider>,
  )

beforeEach(() => {
  kept = [viewOf(1, { density: 'roomy' }), viewOf(2, { name: '\u202Efirms', owner: 'Kari' })]
  vi.stubGlobal('fetch', vi.fn(serve))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  requests.mockReset()
})

const button = (name: string) => screen.getByRole('button', { name })
const open = (digit: number) => ({ view: uuid(digit), query: 'type=company' })

it('lists views by whose they are, finds them by name and owner, and opens the chosen one', async () => {
  show({ view: null, query: '' })
  expect(button('All customers')).toBeTruthy()
  fireEvent.keyDown(document.body, { key: 'v' })
  const list = await screen.findByRole('listbox', { name: 'Views' })
  const names = () =>
    within(list)
      .getAllByRole('option')
      .map((one) => one.textContent)
  expect(names()).toEqual([
    'View 1gthen1',
    '⟨U+202E⟩firmsKarigthen2',
    'All customersEnter',
    'New this weekadded or changedgthen3',
    'Deleted latelygthen4',
    'Companiesgthen5',
  ])
  const box = screen.getByRole('combobox', { name: 'Find a view' })
  fireEvent.change(box, { target: { value: 'kari' } })
  expect(names()).toHaveLength(1)
  fireEvent.change(box, { target: { value: 'nothing' } })
  expect(screen.getByText('No view has that name.')).toBeTruthy()
  fireEvent.change(box, { target: { value: 'view' } })
  fireEvent.keyDown(box, { key: 'Enter' })
  // Its density holds for the page, until the person chooses one.
  expect(screen.getByText(`type=company ${uuid(1)} roomy`)).toBeTruthy()
  expect(screen.queryByRole('listbox')).toBeNull()
  fireEvent.keyDown(document.body, { key: 'g' })
  fireEvent.keyDown(document.body, { key: '5' })
  expect(screen.getByText('type=company companies compact')).toBeTruthy()
})

it('lets the second of two who save choose, and overwrites only what the person has seen', async () => {
  show(open(1))
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  fireEvent.click(button('change'))
  kept = [viewOf(1, { query: 'type=other', version: 2 })]
  fireEvent.click(button('Save'))
  await screen.findByText('This view was changed in another tab or on another machine')
  expect(kept[0]).toMatchObject({ query: 'type=other', version: 2 })
  fireEvent.click(button('Replace it with mine'))
  await waitFor(() => expect(kept[0]).toMatchObject({ query: 'type=contact', version: 3 }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Revert' })).toBeNull())

  cleanup()
  kept = [viewOf(1)]
  show(open(1))
  fireEvent.click(button('change'))
  kept = [viewOf(1, { query: 'type=other', version: 2 })]
  fireEvent.click(button('Save'))
  fireEvent.click(await screen.findByRole('button', { name: 'Use that version' }))
  expect(screen.getByText(`type=other ${uuid(1)} compact`)).toBeTruthy()
  // A version that came with a list of all views was not seen by the person who goes on with theirs.
  fireEvent.click(button('change'))
  kept = [viewOf(1, { query: 'type=any', version: 3 })]
  fireEvent.keyDown(document.body, { key: 'v' })
  await screen.findByRole('listbox')
  await waitFor(() => expect(fetch).toHaveBeenCalled())
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }))
  await screen.findByText(/Load it again before you change it/)
  expect(kept[0]).toMatchObject({ query: 'type=any', version: 3 })
})

it('saves another’s view as one’s own alone, under a name of 1 to 80 characters', async () => {
  show(open(2))
  fireEvent.click(button('change'))
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  fireEvent.click(button('Save as'))
  const name = await screen.findByRole('textbox', { name: 'Name' })
  const submit = (text: string) => {
    fireEvent.change(name, { target: { value: text } })
    fireEvent.submit(name)
  }
  for (const wrong of ['', ' \n ', 'x'.repeat(81)]) {
    submit(wrong)
    expect(screen.getByRole('alert').textContent).toBe('Use 1 to 80 characters.')
  }
  expect(requests).not.toHaveBeenCalled()
  submit('  Firms in  Oslo ')
  await waitFor(() => expect(screen.getByText(`type=contact ${uuid(9)} compact`)).toBeTruthy())
  expect(requests).toHaveBeenCalledWith('POST ', {
    ...{ name: 'Firms in Oslo', query: 'type=contact', density: 'compact', columns: {} },
  })
})

it.each([
  ['name', 'Use 1 to 80 characters.'],
  ['query', 'This is too much for one view. Use fewer filters or columns.'],
  [undefined, 'This is too much for one view. Use fewer filters or columns.'],
])('says what of a view is refused: %s', async (field, sentence) => {
  const error = { code: 'invalid_query', message: '', request_id: 'r', field }
  vi.mocked(fetch).mockResolvedValue(Response.json({ error }, { status: 400 }))
  show({ view: null, query: 'type=contact' })
  fireEvent.click(button('Save as'))
  const name = await screen.findByRole('textbox', { name: 'Name' })
  fireEvent.change(name, { target: { value: 'Contacts' } })
  fireEvent.submit(name)
  expect((await screen.findByText(sentence)).getAttribute('role')).toBe('alert')
})
