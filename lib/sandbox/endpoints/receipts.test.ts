import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Receipt, ReceiptMinimal } from '../receipts/receipt'
import { namedReceipts } from '../receipts/seed-receipts'
import { accounts, people } from '../seed/seed'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
})
afterAll(() => sandbox.stop())

type Page = { receipts: ReceiptMinimal[]; starting_after?: string }

const { nora, eirik, norunn, idChanged, annegrethe, jorgen, tombstone } = people
const of = (customerId: string) => `/receipts/customers/${encodeURIComponent(customerId)}`

async function page(customerId: string, query: Record<string, string | number> = {}, account?: string): Promise<Page> {
  const { status, body } = await sandbox.get(of(customerId), query, { account })
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body as Page
}

async function all(customerId: string): Promise<ReceiptMinimal[]> {
  const found: ReceiptMinimal[] = []
  for (let cursor: string | undefined, at = 0; at < 10; at++) {
    const { receipts, starting_after } = await page(customerId, {
      limit: 100,
      ...(cursor && { starting_after: cursor }),
    })
    found.push(...receipts)
    cursor = starting_after
    if (!cursor) break
  }
  return found
}

async function whole(customerId: string, id: string): Promise<Receipt> {
  return (await sandbox.get(`${of(customerId)}/${id}`)).body as Receipt
}

describe('the receipts of a customer', () => {
  test('come ten at a time, newest first, with the cursor in the body', async () => {
    const first = await page(eirik.customer_id)
    expect(first.receipts).toHaveLength(10)
    expect(first.starting_after).toBe(first.receipts.at(-1)?.id)
    const next = await page(eirik.customer_id, { limit: 5, starting_after: first.starting_after ?? '' })
    const receipts = await all(eirik.customer_id)
    expect(receipts).toHaveLength(400)
    expect([...first.receipts, ...next.receipts]).toEqual(receipts.slice(0, 15))
    expect(receipts.map(({ created_at }) => created_at)).toEqual(
      receipts.map(({ created_at }) => created_at).toSorted((a, b) => b.localeCompare(a)),
    )
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(400)
    expect(receipts.every(({ purchase_at = '' }) => purchase_at > '2023-11-20')).toBe(true)
  })

  test('are the same at every request, and those of the single call', async () => {
    const { receipts } = await page(norunn.customer_id, { limit: 100 })
    expect((await page(norunn.customer_id, { limit: 100 })).receipts).toEqual(receipts)
    for (const receipt of receipts) {
      const { customer_id, ...rest } = await whole(norunn.customer_id, receipt.id)
      expect(customer_id).toBe(norunn.customer_id)
      expect(rest).toMatchObject(receipt)
    }
    expect(new Set(receipts.map(({ currency }) => currency))).toEqual(new Set(['NOK', 'SEK']))
  })

  test('fit the customer: the store, the time of joining, and the sums', async () => {
    const receipts = await all(eirik.customer_id)
    const own = receipts.filter(({ store }) => store?.name === eirik.favorite_store)
    expect(own.length).toBeGreaterThan(300)
    expect(receipts.some(({ store }) => store?.name === 'Nettbutikken')).toBe(true)
    expect(receipts.every(({ purchase_at = '' }) => purchase_at >= eirik.created_at)).toBe(true)
    for (const { items = [], gross_amount, gross_amount_dwh } of receipts) {
      const sum = items.filter(({ voided }) => !voided).reduce((total, item) => total + (item.gross_amount ?? 0), 0)
      expect(gross_amount).toBe(sum)
      expect(Number(gross_amount_dwh)).toBe(sum / 100)
    }
    const lines = receipts.flatMap(({ items = [] }) => items)
    expect(lines.some(({ voided }) => voided)).toBe(true)
    expect(lines.some(({ is_return_item, quantity = 0 }) => is_return_item && quantity < 0)).toBe(true)
    expect(lines.some(({ discount_lines }) => discount_lines?.some(({ description }) => description))).toBe(true)
  })

  test('stay under the id of their time', async () => {
    const present = await all(idChanged.customer_id)
    const former = await all('S-OLD-7')
    const older = await all('S-OLDER-3')
    expect([present.length, former.length, older.length]).toEqual([9, 14, 2])
    const changedAt = '2025-03-04T10:11:12'
    expect(present.every(({ purchase_at = '' }) => purchase_at > changedAt)).toBe(true)
    expect(former.every(({ purchase_at = '' }) => purchase_at < changedAt)).toBe(true)
    expect(await whole('S-OLD-7', former[0]?.id ?? '')).toMatchObject({ customer_id: 'S-OLD-7' })
    expect((await sandbox.get(`${of(idChanged.customer_id)}/${former[0]?.id}`)).status).toBe(404)
  })

  test.each([annegrethe, jorgen, tombstone, { customer_id: 'nobody' }])(
    'are none for $customer_id',
    async ({ customer_id }) => {
      expect(await page(customer_id)).toEqual({ receipts: [] })
    },
  )

  test('of another account are others', async () => {
    const rows = await sandbox.get('/customers/users', { limit: 100 }, { account: accounts.production })
    const ids = (rows.body as { customer_id: string }[]).map(({ customer_id }) => customer_id)
    const pages = await Promise.all(ids.map((id) => page(id, {}, accounts.production)))
    expect(pages.some(({ receipts }) => receipts.length > 0)).toBe(true)
    expect(await page(nora.customer_id, {}, accounts.production)).toEqual({ receipts: [] })
  })

  test('of all customers are none to 400, and most have few', async () => {
    const rows = await sandbox.customers({ limit: 100, search: 's' })
    const counts = await Promise.all(rows.map(async ({ customer_id }) => (await all(customer_id)).length))
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(10)
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(40)
    expect(Math.max(...counts)).toBeLessThanOrEqual(400)
  })

  test('refuse an unknown cursor and an unknown receipt', async () => {
    expect((await sandbox.get(of(eirik.customer_id), { starting_after: 'nothing' })).status).toBe(400)
    expect((await sandbox.get(`${of(eirik.customer_id)}/nothing`)).status).toBe(404)
  })
})

describe('receipts by the number of the till', () => {
  const find = async (receipt_id: string) =>
    ((await sandbox.get('/receipts/search', { receipt_id })).body as { receipts: Receipt[] }).receipts

  test('find every receipt of its customer', async () => {
    for (const customerId of [norunn.customer_id, 'S-OLD-7'])
      for (const { id } of await all(customerId)) {
        const receipt = await whole(customerId, id)
        expect(await find(receipt.receipt_id ?? '')).toEqual([receipt])
      }
  })

  test('find two where two tills gave the same number, and none for a number of nobody', async () => {
    const found = await find('12345')
    expect(found.map(({ customer_id }) => customer_id).toSorted()).toEqual(['K-212118', 'K-212119'])
    expect(await find('99999999999')).toEqual([])
    expect((await sandbox.get('/receipts/search')).status).toBe(400)
  })
})

test('the named receipts are there, whatever their data', async () => {
  for (const receipt of Object.values(namedReceipts))
    expect(await whole(receipt.customer_id, receipt.id)).toEqual(JSON.parse(JSON.stringify(receipt)))
  expect(namedReceipts.threeHundredLines.items).toHaveLength(300)
})

test('each client gets the scopes that it has', async () => {
  const paths = ['/customers/users', of(nora.customer_id)]
  const statuses = async (id: string) => {
    const answer = await sandbox.requestToken(accounts.test, { id, secret: 'sandbox-secret' })
    const { access_token }: { access_token: string } = await answer.json()
    const headers = { authorization: `Bearer ${access_token}` }
    return Promise.all(paths.map(async (path) => (await sandbox.get(path, {}, { headers })).status))
  }
  expect(await statuses('sandbox-client')).toEqual([200, 200])
  expect(await statuses('sandbox-customers')).toEqual([200, 403])
  expect(await statuses('sandbox-receipts')).toEqual([403, 200])
  expect(await statuses('sandbox-noscope')).toEqual([403, 403])
})
