import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { TokenForm } from '@/components/customers/filters/token-form'
import { useTokenTypes } from '@/components/customers/filters/use-token-types'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { recordQueries } from '@/lib/api/queries/record'
import { noListFilters } from '@/lib/customers/filters/customer-query'
import { maskText } from '@/lib/customers/model/masked'
import type { Token } from '@/lib/customers/model/record'

const accountId = 'T12345678'
const token = (type: string, value: string): Token => ({ id: `${type} ${value}`, type, value })

afterEach(cleanup)

/** Renders the form in a tab that has opened one record with these tokens, and one of another account. */
function show(tokens: Token[], filters = {}) {
  const client = new QueryClient()
  const keep = (account: string, kept: Token[]) =>
    client.setQueryData(recordQueries.tokens(account, 'K-1').queryKey, {
      pages: [{ tokens: kept, unreadable: 0, next: null }],
      pageParams: [null],
    })
  keep(accountId, tokens)
  keep('P12345678', [token('of_another_account', '1')])
  const setFilters = vi.fn()
  function OfNumbers() {
    return <output>{useTokenTypes(accountId).ofNumbers.join(' ')}</output>
  }
  renderWithIntl(
    <QueryClientProvider client={client}>
      <TokenForm
        label="Token"
        accountId={accountId}
        filters={{ ...noListFilters, ...filters }}
        setFilters={setFilters}
        onClose={() => {}}
      />
      <OfNumbers />
    </QueryClientProvider>,
  )
  return setFilters
}
const choices = () =>
  within(screen.getByLabelText('Type'))
    .getAllByRole('option')
    .map((option) => option.textContent)
const choose = (value: string) => fireEvent.change(screen.getByLabelText('Type'), { target: { value } })
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const apply = () => fireEvent.click(screen.getByRole('button', { name: 'Show' }))

it('offers membership cards before any record was opened, and the types of the opened ones after it', () => {
  show([])
  expect(choices()).toEqual(['Any type', 'Membership card', 'Other type…'])
  cleanup()
  show([token('gift_card', '99'), token('ring', '12'), token('gift_card', '98'), token('hashed_email', 'b0f2')])
  expect(choices()).toEqual(['Any type', 'Membership card', 'gift_card', 'ring', 'Hashed email', 'Other type…'])
})

it('sets a chosen type with a value, and a value alone', () => {
  const setFilters = show([])
  choose('membership_card')
  type('Full value', ' 2400000000214907 ')
  apply()
  expect(setFilters).toHaveBeenLastCalledWith({ token_type: 'membership_card', token_value: '2400000000214907' })
  choose('')
  apply()
  expect(setFilters).toHaveBeenLastCalledWith({ token_type: null, token_value: '2400000000214907' })
})

it('takes a type that is not known by its name, and keeps the one that is set', () => {
  const setFilters = show([], { token_type: 'ring' })
  expect(screen.getByLabelText<HTMLSelectElement>('Type').value).toBe('ring')
  expect(screen.queryByLabelText('Type (Dintero’s name for it)')).toBeNull()
  choose('another ')
  type('Type (Dintero’s name for it)', 'wrist_band')
  apply()
  expect(setFilters).toHaveBeenLastCalledWith({ token_type: 'wrist_band', token_value: null })
})

it('leaves out the types that are no numbers where a number is looked for', () => {
  show([token('ring', '12'), token('hashed_email', 'b0f2'), token('seen_masked', maskText)])
  expect(screen.getByRole('status').textContent).toBe('membership_card ring seen_masked')
})
