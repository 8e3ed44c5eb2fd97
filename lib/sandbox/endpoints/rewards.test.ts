import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CustomerRule } from '../discounts/rule'
import { rules } from '../discounts/seed-rules'
import { accounts, people } from '../seed/seed'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'
import type { Card, CardDetail, CardTransaction } from '../wallets/card'
import { namedCards } from '../wallets/seed-cards'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
})
afterAll(() => sandbox.stop())

const { nora, jorgen } = people
const cards = (customerId: string) => `/wallets/customers/${encodeURIComponent(customerId)}/cards`
const ruleList = (customerId: string) => `/discounts/customers/${encodeURIComponent(customerId)}/rules`
const get = async <T>(path: string, query = {}): Promise<T> => (await sandbox.get(path, query)).body as T
const movements = (cardId: string) =>
  get<CardTransaction[]>(`/wallets/cards/${encodeURIComponent(cardId)}/transactions`)

describe('the cards of a customer', () => {
  test('come newest first without their balance, which each has by itself', async () => {
    const listed = await get<Card[]>(cards(nora.customer_id))
    expect(listed.map(({ card_id }) => card_id)).toEqual(['GK-NORA-1', 'TG-NORA-2'])
    expect(JSON.stringify(listed)).not.toMatch(/amount|masked_code/)
    const detail = await get<CardDetail>(`${cards(nora.customer_id)}/GK-NORA-1`)
    expect(detail).toEqual(namedCards.nora.card)
    expect(await movements('GK-NORA-1')).toEqual(namedCards.nora.transactions)
    expect((await sandbox.get(`${cards(people.kari.customer_id)}/GK-NORA-1`)).status).toBe(404)
    expect((await sandbox.get(`${cards(nora.customer_id)}/${namedCards.nora.card.id}`)).status).toBe(404)
  })

  test('add up: funds less what was spent is the balance, and what is pending is not available', async () => {
    const customers = await sandbox.customers({ limit: 100, search: 's' })
    let seen = 0
    for (const { customer_id } of customers)
      for (const { card_id } of await get<Card[]>(cards(customer_id))) {
        const detail = await get<CardDetail>(`${cards(customer_id)}/${encodeURIComponent(card_id)}`)
        const all = await movements(card_id)
        const sumOf = (type: string) =>
          all.filter((one) => one.type === type).reduce((sum, { amount }) => sum + amount, 0)
        if (!card_id.startsWith('GK-')) continue
        expect(detail.amount_balance).toBe(sumOf('fund') - sumOf('drawdown'))
        expect(detail.amount_available).toBeLessThanOrEqual(detail.amount_balance ?? 0)
        seen++
      }
    expect(seen).toBeGreaterThan(20)
  })

  test('are none for a contact and for nobody', async () => {
    for (const id of [jorgen.customer_id, 'nobody']) expect(await get(cards(id))).toEqual([])
    expect((await sandbox.get('/wallets/cards/nobody/transactions')).status).toBe(404)
  })

  test('whatever their data', async () => {
    for (const { card, transactions } of Object.values(namedCards)) {
      expect(await get(`${cards(card.customer_id)}/${encodeURIComponent(card.card_id)}`)).toEqual(card)
      expect(await movements(card.card_id)).toEqual(transactions)
    }
  })
})

describe('the rules of a customer', () => {
  test('come in pages by their ref_id, and each by itself', async () => {
    const first = await get<CustomerRule[]>(ruleList(nora.customer_id), { limit: 4 })
    const next = await get<CustomerRule[]>(ruleList(nora.customer_id), { starting_after: first[3]?.ref_id ?? '' })
    expect([...first, ...next].map(({ id }) => id)).toEqual(Object.values(rules).map(({ id }) => id))
    const [rule] = first
    expect(await get(`/discounts/customers/${nora.customer_id}/refs/${rule?.ref_id}`)).toEqual(rule)
  })

  test('have every type of reward, and a stamp card', async () => {
    const all = await get<CustomerRule[]>(ruleList(nora.customer_id))
    expect(new Set(all.map(({ reward }) => reward?.type)).size).toBe(7)
    const card = all.find(({ requirement }) => requirement?.stamp)
    expect([card?.statistics?.current_stamp, card?.requirement?.stamp]).toEqual([7, 10])
  })

  test('are others for other customers, and none for nobody', async () => {
    const customers = await sandbox.customers({ limit: 50, search: 's' })
    const counts = await Promise.all(
      customers.map(async ({ customer_id }) => (await get<CustomerRule[]>(ruleList(customer_id))).length),
    )
    expect(new Set(counts).size).toBeGreaterThan(3)
    expect(await get(ruleList('nobody'))).toEqual([])
  })
})

test('each needs the scope of its API', async () => {
  const paths = [cards(nora.customer_id), '/wallets/cards/GK-NORA-1/transactions', ruleList(nora.customer_id)]
  const statuses = async (id: string) => {
    const answer = await sandbox.requestToken(accounts.test, { id, secret: 'sandbox-secret' })
    const { access_token }: { access_token: string } = await answer.json()
    const headers = { authorization: `Bearer ${access_token}` }
    return Promise.all(paths.map(async (path) => (await sandbox.get(path, {}, { headers })).status))
  }
  expect(await statuses('sandbox-wallets')).toEqual([200, 200, 403])
  expect(await statuses('sandbox-discounts')).toEqual([403, 403, 200])
  expect(await statuses('sandbox-customers')).toEqual([403, 403, 403])
})
