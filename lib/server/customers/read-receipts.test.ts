import { describe, expect, it } from 'vitest'
import { maskText } from '@/lib/customers/model/masked'
import { receiptAnswerSchema, receiptsAnswerSchema } from '@/lib/customers/receipts/receipt'
import { namedReceipts } from '@/lib/sandbox/receipts/seed-receipts'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { someoneForTests } from '@/lib/server/auth/access-for-tests'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { readReceipt, readReceipts, readReceiptsByNumber } from '@/lib/server/customers/read-receipts'
import { queryConfigured, upstreamForTests } from '@/lib/server/database/configure-for-tests'
import { env } from '@/lib/server/env'

const { nora, eirik, idChanged } = people
const first = { limit: 100, starting_after: null }

const sandbox = upstreamForTests(startForTests)

const audited = ({ viewer: { email } }: AccountAccess) =>
  queryConfigured('SELECT kind, customers, rows, filters FROM activity WHERE actor_email = $1 ORDER BY id', [email])

describe('the receipts of a customer', () => {
  it('are read page by page, each of which is audited', async () => {
    const agent = someoneForTests('agent')
    const seen = new Set<string>()
    let pages = 0
    for (let cursor: string | null = null; ; pages++) {
      const { receipts, next } = await readReceipts(agent, eirik.customer_id, { ...first, starting_after: cursor })
      for (const { id } of receipts) seen.add(id)
      if (!next) break
      cursor = next.starting_after
    }
    expect([seen.size, pages]).toEqual([400, 3])
    const events = await audited(agent)
    expect(events).toHaveLength(4)
    expect(events[0]).toMatchObject({
      kind: 'section',
      customers: [eirik.customer_id],
      filters: [{ name: 'section', value: 'purchases' }],
    })
  })

  it('say what a list needs, and no more', async () => {
    const { receipts } = await readReceipts(someoneForTests('agent'), nora.customer_id, first)
    expect(receipts).toEqual([
      {
        id: namedReceipts.returned.id,
        at: '2026-11-20T14:59:20.000Z',
        ...{ store: 'Oslo City', currency: 'NOK', gross_amount: -29_900 },
        ...{ lines: 1, returned: 1, voided: 1, has_discount: false },
      },
      {
        id: namedReceipts.nora.id,
        at: '2026-11-20T14:58:50.000Z',
        ...{ store: 'Oslo City', currency: 'NOK', gross_amount: 319_710 },
        ...{ lines: 2, returned: 0, voided: 0, has_discount: true },
      },
    ])
  })

  it('are kept under an earlier id, and are none for nobody', async () => {
    const agent = someoneForTests('agent')
    expect((await readReceipts(agent, 'S-OLD-7', first)).receipts).toHaveLength(14)
    expect(await readReceipts(agent, 'nobody', first)).toEqual({ receipts: [], unreadable: 0, next: null })
  })

  it('are none where Dintero answers 404, and a failure where the cursor is refused', async () => {
    await sandbox().faults([{ match: '/receipts/customers/K-1?', kind: 'status', status: 404, times: 1 }])
    expect((await readReceipts(someoneForTests('agent'), 'K-1', first)).receipts).toEqual([])
    await expect(
      readReceipts(someoneForTests('agent'), eirik.customer_id, { ...first, starting_after: 'made up' }),
    ).rejects.toMatchObject({ error: { code: 'not_found' } })
  })

  it('need a scope of their own, which the failure names', async () => {
    await sandbox().faults([{ match: '/receipts/', kind: 'status', status: 403, times: 1 }])
    await expect(readReceipts(someoneForTests('agent'), nora.customer_id, first)).rejects.toMatchObject({
      error: { code: 'upstream_forbidden', scope: 'read:receipts' },
    })
  })
})

describe('one receipt', () => {
  it('is whole for those who see contact data, and its read is audited', async () => {
    const agent = someoneForTests('agent')
    const { receipt } = await readReceipt(agent, nora.customer_id, namedReceipts.nora.id)
    expect(receipt).toMatchObject({
      ...{ receipt_id: '214907', salesperson_name: 'Marte', operator_name: 'Ida Norum' },
      payments: [{ description: 'Kort', issuer_name: 'Visa', last_digits: '4417', amount: 319_710 }],
      discounts: [{ description: 'Medlemspris', percentage: 10, amount: 29_990 }],
      tax_lines: [{ percentage: 25 }],
    })
    expect(receipt.items[0]).toMatchObject({ description: 'Skalljakke Rondane', dimension: ['Blå', 'M'] })
    expect(JSON.stringify(receipt)).not.toContain('4925')
    expect(await audited(agent)).toMatchObject([
      {
        customers: [nora.customer_id],
        filters: [
          { name: 'section', value: 'receipt' },
          { name: 'receipt', value: namedReceipts.nora.id },
        ],
      },
    ])
  })

  it('is masked for a viewer where it says how it was paid, where it went and what was written', async () => {
    const { html } = namedReceipts
    const { receipt } = await readReceipt(someoneForTests('viewer'), html.customer_id, html.id)
    expect(receipt).toMatchObject({
      comment: maskText,
      receipt_text: maskText,
      payments: [{ description: maskText }],
      delivery: { first_name: maskText, email: maskText, address: { address_line: maskText } },
      extra_info: [{ key: maskText, value: maskText }],
      discount_code: [maskText],
    })
    expect(receipt.payments).toEqual([{ description: maskText }])
    expect(receipt.items[0]?.comment).toBe(maskText)
    expect(receipt.items[0]?.description).toBe(html.items?.[0]?.description)
  })

  it('is not found under another id, and is never another one', async () => {
    const agent = someoneForTests('agent')
    await expect(readReceipt(agent, eirik.customer_id, namedReceipts.nora.id)).rejects.toMatchObject({
      error: { code: 'not_found' },
    })
    await expect(readReceipt(agent, nora.customer_id, '..')).rejects.toMatchObject({ error: { code: 'not_found' } })
  })
})

describe('a number of the till', () => {
  it('leads to every customer who has it, and is kept as a hash', async () => {
    const agent = someoneForTests('agent')
    const found = await readReceiptsByNumber(agent, '12345')
    expect(found.map(({ customer_id }) => customer_id).toSorted()).toEqual(['K-212118', 'K-212119'])
    const [event] = await audited(agent)
    expect(event).toMatchObject({ kind: 'search', rows: 2, filters: [{ name: 'receipt', hash: expect.any(String) }] })
    expect(JSON.stringify(event)).not.toContain('12345')
  })

  it('leads to nobody where nobody has it', async () => {
    expect(await readReceiptsByNumber(someoneForTests('agent'), '1')).toEqual([])
  })
})

it('nothing is read where the section is switched off', async () => {
  env().hiddenSections = ['purchases']
  await sandbox().control('DELETE', '/requests')
  for (const reading of [
    () => readReceipts(someoneForTests('agent'), nora.customer_id, first),
    () => readReceipt(someoneForTests('agent'), nora.customer_id, namedReceipts.nora.id),
    () => readReceiptsByNumber(someoneForTests('agent'), '12345'),
  ])
    await expect(reading()).rejects.toMatchObject({ error: { code: 'not_found' } })
  expect(await sandbox().requests()).toEqual([])
  env().hiddenSections = []
})

it('every named receipt is readable, whatever its data, for every role', async () => {
  for (const { customer_id, id } of Object.values(namedReceipts))
    for (const role of ['agent', 'viewer'] as const)
      expect(receiptAnswerSchema.safeParse(await readReceipt(someoneForTests(role), customer_id, id)).success).toBe(
        true,
      )
  for (const { customer_id } of [idChanged, people.nameHtml]) {
    const answer = await readReceipts(someoneForTests('agent'), customer_id, first)
    expect(receiptsAnswerSchema.safeParse(answer).success).toBe(true)
    expect(answer.unreadable).toBe(0)
  }
})
