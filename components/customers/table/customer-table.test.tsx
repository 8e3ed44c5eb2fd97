import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { customerColumns } from '@/components/customers/table/customer-columns'
import { toRows } from '@/components/customers/table/customer-row'
import { CustomerTable } from '@/components/customers/table/customer-table'
import { usePreferences } from '@/components/ui/page/preferences'
import { PreferencesForTests, renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { accountQueries } from '@/lib/api/queries/account'
import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import { isColumnMasked } from '@/lib/customers/columns/masked-columns'
import type { Customer } from '@/lib/customers/model/customer'

const accountId = 'T12345678'
const nora: Customer = {
  customer_id: 'K-1',
  type: 'customer',
  first_name: 'Nora',
  email: 'nora@example.no',
  attributes: { points: 1280 },
}
const gone: Customer = { customer_id: 'K-2', type: 'customer', deleted_at: '2026-01-01T00:00:00Z' }

afterEach(cleanup)

/** Lays the columns out as another tab does: without a word of this one. */
function LayOut({ layout }: { layout: ColumnLayout }) {
  const { choose } = usePreferences()
  return <button type="button" onClick={() => void choose({ columns: { [accountId]: layout } })} />
}

type Shown = { layout?: ColumnLayout; next?: ColumnLayout; customers?: Customer[]; isMasked?: boolean }

/** Shows customers with a layout; a press on the button lays them out as `next`. */
async function show({ layout = {}, next = {}, customers = [nora], isMasked = false }: Shown) {
  const client = new QueryClient()
  const points = attributeForTests('points', { type: 'integer', private: true })
  client.setQueryData(accountQueries.settings(accountId).queryKey, { attributes: [points] })
  const actions = { getRecordHref: () => '?', filterBy: vi.fn(), explain: null }
  const content = (
    <QueryClientProvider client={client}>
      <PreferencesForTests chosen={{ columns: { [accountId]: layout } }}>
        <LayOut layout={next} />
        <CustomerTable
          accountId={accountId}
          isMasked={isMasked}
          rows={toRows(customers, null)}
          tableRef={null}
          currentIndex={-1}
          isStale={false}
          answerKey=""
          actions={actions}
          onOpen={vi.fn()}
        />
      </PreferencesForTests>
    </QueryClientProvider>
  )
  await act(async () => renderWithIntl(content))
  await screen.findByRole('table')
}

const heads = () => screen.getAllByRole('columnheader')
const headIds = () => heads().map(({ dataset }) => dataset.column)
const headTexts = () => heads().map(({ textContent }) => textContent)
const cellTexts = () => [...document.querySelectorAll('tbody tr > *')].map(({ textContent }) => textContent)

it('shows the columns of the product, and Deleted where somebody is', async () => {
  await show({})
  const living = headIds()
  expect(living).toEqual(customerColumns('en').living.map(({ id }) => id))
  expect(living).not.toContain('deleted')
  cleanup()
  await show({ customers: [nora, gone] })
  expect(headIds()).toEqual([...living, 'deleted'])
})

const layout: ColumnLayout = {
  order: ['attribute:points', 'email'],
  shown: ['attribute:points', 'attribute:gone', 'consent:letter'],
  hidden: ['phone', 'status', 'store', 'consent', 'place', 'created', 'updated', 'customer_id'],
  pinned: ['type'],
  widths: { email: 20 },
}

it('shows a layout: heads, cells, widths and pins in one order', async () => {
  await show({ layout })
  expect(headTexts()).toEqual(['Name', 'Type', 'points', 'Email', 'letter'])
  expect(cellTexts().slice(0, 4)).toEqual(['Nora', 'Customer', '1,280', 'nora@example.no'])
  expect([...document.querySelectorAll('col')].map((one) => one.getAttribute('width')).slice(0, 4)).toEqual([
    '287',
    '82',
    '80',
    '320',
  ])
  expect(heads().map(({ dataset }) => dataset.pinned)).toEqual(['', '', undefined, undefined, undefined])
})

it('gives the columns of an account no room where all are deleted', async () => {
  await show({ layout, customers: [gone] })
  expect(headIds()).toEqual(['name', 'type', 'deleted'])
})

it('stays the same table when it is laid out', async () => {
  await show({ next: { hidden: ['email'] } })
  const table = screen.getByRole('table')
  fireEvent.click(screen.getByRole('button'))
  await waitFor(() => expect(headIds()).not.toContain('email'))
  expect(screen.getByRole('table')).toBe(table)
})

it('says in the head which columns a person sees masked', async () => {
  await show({ layout: { shown: ['attribute:points', 'consent:letter'] }, isMasked: true })
  const masked = heads().filter((head) => within(head).queryByText('masked for you'))
  expect(masked.map(({ dataset }) => dataset.column)).toEqual(['email', 'phone', 'attribute:points'])
  // The name of an attribute may be longer than its column is wide.
  expect(screen.getByTitle('points: masked for you')).not.toBeNull()
  cleanup()
  await show({ layout })
  expect(screen.queryByText('masked for you')).toBeNull()
})

it('knows the masked columns of the product as the rest of the desk does', () => {
  for (const { id = '', meta } of customerColumns('en').all)
    expect([id, meta?.isPersonal === true]).toEqual([id, isColumnMasked(id, [])])
})
