import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ColumnMenu } from '@/components/customers/columns/column-menu'
import { PreferencesForTests, renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { accountQueries } from '@/lib/api/queries/account'
import { customerQueries } from '@/lib/api/queries/customers'
import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import { noListFilters } from '@/lib/customers/filters/customer-query'
import type { ChosenPreferences } from '@/lib/preferences'

const accountId = 'T12345678'

afterEach(cleanup)

/** Opens the menu with a layout; returns what the person has chosen last. */
function show(layout: ColumnLayout = {}, isMasked = false) {
  const client = new QueryClient()
  const attributes = [attributeForTests('points'), attributeForTests('credit', { private: true })]
  client.setQueryData(accountQueries.settings(accountId).queryKey, { attributes })
  const page = customerQueries.page(accountId, { ...noListFilters, limit: 25, starting_after: null, by_word: null })
  const customer = { customer_id: 'K-1', type: 'customer' as const, marketing_consent: { letter: {}, sms: {} } }
  client.setQueryData(page.queryKey, { customers: [customer], unreadable: [], next: null })
  let chosen: ColumnLayout | undefined
  const save = async (change: ChosenPreferences) => {
    chosen = change.columns?.[accountId]
  }
  renderWithIntl(
    <QueryClientProvider client={client}>
      <PreferencesForTests chosen={{ columns: { [accountId]: layout } }} save={save}>
        <ColumnMenu accountId={accountId} isMasked={isMasked} onClose={vi.fn()} />
      </PreferencesForTests>
    </QueryClientProvider>,
  )
  return () => chosen
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })
const names = () => screen.getAllByRole('checkbox').map((one) => one.closest('li')?.dataset.column)
const press = (name: string, key: string, more = {}) => fireEvent.keyDown(box(name), { key, ...more })
const said = () => screen.getByRole('status').textContent

it('shows and hides, and keeps only what differs from the product', () => {
  const chosen = show()
  expect(box('Name').disabled).toBe(true)
  expect([box('Email').checked, box('points').checked, box('letter').checked]).toEqual([true, false, false])
  fireEvent.click(box('Email'))
  expect(chosen()).toEqual({ hidden: ['email'] })
  fireEvent.click(box('points'))
  expect(chosen()).toEqual({ hidden: ['email'], shown: ['attribute:points'] })
  fireEvent.click(box('Email'))
  fireEvent.click(box('points'))
  expect(chosen()).toEqual({})
})

it('moves by keys and by buttons, never before the name, and says where to', () => {
  const chosen = show()
  press('Email', 'ArrowUp', { altKey: true })
  expect(said()).toBe('Email is now number 3 of 15')
  fireEvent.click(screen.getByRole('button', { name: 'Move Email up' }))
  press('Email', 'ArrowUp', { altKey: true })
  expect(names().slice(0, 3)).toEqual(['name', 'email', 'customer_id'])
  expect(chosen()?.order?.slice(0, 3)).toEqual(['email', 'customer_id', 'type'])
  expect(chosen()?.order).not.toContain('attribute:points')
})

it('pins to the left, beside the name, and orders the pinned ones by themselves', () => {
  const chosen = show()
  press('Phone', 'p')
  press('Status', 'P')
  press('Status', 'ArrowUp', { altKey: true })
  expect(names().slice(0, 4)).toEqual(['name', 'status', 'phone', 'customer_id'])
  expect(chosen()).toEqual({ pinned: ['status', 'phone'] })
  expect(screen.getByRole('button', { name: 'Pin Phone', pressed: true })).not.toBeNull()
  press('Status', 'p')
  expect(chosen()).toEqual({ pinned: ['phone'] })
})

it('sets widths within their bounds, and resets all', () => {
  const chosen = show({ widths: { email: 59.5 }, hidden: ['type'] })
  press('Email', '+')
  press('Email', '+')
  expect(chosen()?.widths).toEqual({ email: 60 })
  expect(said()).toBe('Email is 960 px wide')
  fireEvent.click(screen.getByRole('button', { name: 'Reset columns' }))
  expect(chosen()).toEqual({})
  expect(said()).toBe('The columns are back to normal')
})

it('says which columns are masked, and what the account no longer declares, which is kept until it is removed', () => {
  const chosen = show({ shown: ['attribute:gone', 'consent:letter'] }, true)
  expect(box('credit masked for you').checked).toBe(false)
  expect(box('points').checked).toBe(false)
  fireEvent.click(box('points'))
  expect(chosen()?.shown).toEqual(['attribute:gone', 'consent:letter', 'attribute:points'])
  expect(within(screen.getByRole('dialog')).getByText('no longer declared')).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Remove gone' }))
  expect(chosen()?.shown).toEqual(['consent:letter', 'attribute:points'])
})

it('moves the focus between the lines by the arrows', () => {
  show()
  box('Email').focus()
  press('Email', 'ArrowDown')
  expect(document.activeElement).toBe(box('Phone'))
  press('Customer ID', 'ArrowUp')
  expect(document.activeElement).toBe(box('Phone'))
})
