import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { accountId, freezeClock, now, zone } from '@/components/record/render-for-tests'
import { Rewards } from '@/components/record/rewards/rewards'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { maskText } from '@/lib/customers/model/masked'
import type { Card } from '@/lib/customers/rewards/card'
import { toRule } from '@/lib/server/customers/fetch/around/to-rule'

const card = (card_id: string, more: Partial<Card> = {}): Card => ({
  ...{ card_id, type: 'gift_card', status: 'active', expires_at: '2028-12-20T22:59:59Z' },
  ...more,
})
const cards = (...all: Card[]) => ({ cards: all, unreadable: 0, next: null })
const rules = (...all: Parameters<typeof toRule>[0][]) => ({ rules: all.map(toRule), unreadable: 0, next: null })

let answers: Record<string, unknown> = {}
let requested: string[] = []
beforeEach(() => {
  freezeClock()
  requested = []
  vi.stubGlobal('fetch', async (url: string) => {
    const path = decodeURIComponent(url.split('/customers/K-1/')[1] ?? '')
    requested.push(path)
    const scope = path.startsWith('rules') ? 'read:discounts' : 'read:wallets'
    const error = { code: 'upstream_forbidden', message: 'No.', scope, request_id: 'r-1' }
    return path in answers ? Response.json(answers[path]) : Response.json({ error }, { status: 502 })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function show(given: Record<string, unknown>): void {
  answers = given
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  renderWithIntl(
    <QueryClientProvider client={client}>
      <Rewards accountId={accountId} customerId="K-1" level={3} />
    </QueryClientProvider>,
    { zone, nowIso: now.toISOString() },
  )
}
const plain = (text: string | null | undefined) => text?.replace(/\u00a0/g, ' ')

it('says what can be used now in words, with what is left of it', async () => {
  show({
    cards: cards(),
    rules: rules(
      {
        ref_id: 'a',
        name: '20 % på sko',
        reward: { type: 'discount_percent', value: 20 },
        requirement: { purchase_to: '2026-12-31T22:59:59Z', item: { items: [{ group_id: 'sko' }] } },
        limitation: { discount_repeat_usage: 3 },
        statistics: { used: 1 },
      },
      {
        ref_id: 'b',
        reward: { type: 'discount_item_percent', value: 100 },
        requirement: { stamp: 10 },
        statistics: { current_stamp: 7 },
      },
    ),
  })
  await screen.findByText('20 % på sko')
  expect(screen.getAllByRole('listitem').map(({ textContent }) => plain(textContent))).toEqual([
    '20 % på sko20% off on sko, until 31 Dec 20262 of 3 uses left',
    'The cheapest for free7 of 10 stamps',
  ])
  expect(await screen.findByText('No cards.')).toBeDefined()
})

it('shows cards with their balance and state, and unfolds to movements', async () => {
  show({
    rules: rules(),
    cards: cards(
      card('GK-1', { name: 'Julegave' }),
      card('GK-2', { expires_at: '2026-01-01T00:00:00Z' }),
      card('GK-3', { active_from: '2026-12-24T08:00:00Z', type: 'Poeng', status: 'sperret' }),
    ),
    'cards/GK-1': {
      card: {
        ...card('GK-1'),
        amount_balance: 35_100,
        amount_available: 25_100,
        currency: 'NOK',
        codes: ['**91'],
      },
    },
    'cards/GK-2': { card: { ...card('GK-2'), amount_balance: 0, amount_available: 0, currency: 'NOK', codes: [] } },
    'cards/GK-3': { card: { ...card('GK-3'), codes: [] } },
    'cards/GK-1/movements': {
      movements: [
        {
          id: 'm-2',
          type: 'drawdown',
          amount: 14_900,
          currency: 'NOK',
          created_at: '2026-03-14T15:20:00Z',
          ref_id: maskText,
        },
        { id: 'm-1', type: 'ukjent', amount: 'alt', created_at: '2026-01-01T00:00:00Z' },
      ],
      unreadable: 1,
    },
  })
  const table = await screen.findByRole('table', { name: 'Gift cards and credit notes' })
  await within(table).findByText(/351\.00/)
  expect(
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => plain(textContent)),
  ).toEqual([
    'JulegaveGK-1In use20 Dec 2028NOK 351.00NOK 251.00 available',
    'Gift cardGK-2Expired1 Jan 2026NOK 0.00',
    'PoengGK-3From 24 Dec 202620 Dec 2028',
  ])
  expect(requested).not.toContain('cards/GK-1/movements')
  fireEvent.click(screen.getByRole('button', { name: 'Julegave' }))
  const movements = await screen.findByRole('table', { name: 'Movements' })
  expect(
    within(movements)
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => plain(textContent)),
  ).toEqual(['Spent14 Mar 2026 16:20:00•••• maskedNOK 149.00', 'ukjent1 Jan 2026 01:00:00alt'])
  expect(screen.getByText('**91')).toBeDefined()
  expect(screen.getByText('1 movement has invalid data and isn’t shown.')).toBeDefined()
})

it('shows any amount: huge, negative, without minor units, of no known currency, missing or a text', async () => {
  const balances = {
    'GK-1': { amount_balance: 1e12, amount_available: 1e12, currency: 'NOK' },
    'GK-2': { amount_balance: -500, amount_available: 'alt', currency: 'nok' },
    'GK-3': { amount_balance: 12_800, amount_available: 12_800, currency: 'JPY' },
    'GK-4': { amount_balance: 5, currency: 'XXQ' },
    'GK-5': { currency: '<b>' },
  }
  const details = Object.entries(balances).map(([id, more]) => [
    `cards/${id}`,
    { card: { ...card(id), ...more, codes: [] } },
  ])
  show({
    rules: rules(),
    cards: cards(...Object.keys(balances).map((id) => card(id))),
    ...Object.fromEntries(details),
  })
  await screen.findByText(/XXQ/)
  expect(
    screen
      .getAllByRole('cell', { name: /./ })
      .flatMap((cell) => (cell.dataset.label === 'Balance' ? plain(cell.textContent) : [])),
  ).toEqual([
    'NOK 10,000,000,000.00',
    '-NOK 5.00alt available',
    'JP¥12,800',
    '5 XXQ in the smallest unit of an unknown currency',
  ])
})

it('fetches the balance of the first five cards alone until another is unfolded', async () => {
  const many = Array.from({ length: 7 }, (_, at) => card(`GK-${at}`, { name: `Kort ${at}` }))
  const details = many.map((one) => [`cards/${one.card_id}`, { card: { ...one, codes: [] } }])
  show({ rules: rules(), cards: cards(...many), ...Object.fromEntries(details) })
  await screen.findByRole('button', { name: 'Kort 6' })
  await vi.waitFor(() => expect(requested.filter((path) => path.startsWith('cards/'))).toHaveLength(5))
  fireEvent.click(screen.getByRole('button', { name: 'Kort 6' }))
  await vi.waitFor(() => expect(requested).toContain('cards/GK-6'))
})

it('names the scope that is missing, and shows what the other one gives', async () => {
  show({ rules: rules() })
  expect(
    await screen.findByText('Cards need the scope read:wallets, which this account’s API client lacks.'),
  ).toBeDefined()
  expect(await screen.findByText('Nothing to use right now.')).toBeDefined()
  cleanup()
  show({ cards: cards() })
  expect(
    await screen.findByText('Rewards need the scope read:discounts, which this account’s API client lacks.'),
  ).toBeDefined()
  expect(await screen.findByText('No cards.')).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
})
