import { describe, expect, it } from 'vitest'
import { dossierParts } from '@/lib/customers/dossier/dossier'
import { namedReceipts } from '@/lib/sandbox/receipts/seed-receipts'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { someoneForTests } from '@/lib/server/auth/access-for-tests'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { dossierForTests } from '@/lib/server/customers/dossier/dossier-for-tests'
import { queryConfigured, upstreamForTests } from '@/lib/server/database/configure-for-tests'

const { nora, eirik, idChanged, nordvik } = people

const sandbox = upstreamForTests(startForTests)

const audited = ({ viewer: { email } }: AccountAccess) =>
  queryConfigured('SELECT kind, customers, rows, filters, note FROM activity WHERE actor_email = $1 ORDER BY id', [
    email,
  ])

type Part = { part: string; state: string; gaps: { kind: string; text: string }[]; data: never }

async function jsonOf(access: AccountAccess, customerId: string) {
  const { steps, file, bytes } = await dossierForTests(access, customerId)
  const json = JSON.parse(bytes.toString('utf8')) as { notes: string[]; parts: Part[]; [name: string]: unknown }
  const part = (id: string) => json.parts.find((one) => one.part === id) ?? expect.fail(id)
  return { steps, file, json, part, text: bytes.toString('utf8') }
}

describe('the JSON of the fullest customer', () => {
  it('has the facts of the sandbox, every receipt with its lines', async () => {
    const { part, json, file, steps } = await jsonOf(someoneForTests('admin'), eirik.customer_id)
    expect(json).toMatchObject({ title: 'Dette er lagret om Eirik Nordli Haugen', customer_id: eirik.customer_id })
    expect(json.parts.map(({ part, state }) => `${part} ${state}`)).toEqual(dossierParts.map((id) => `${id} whole`))
    expect(file?.gaps).toEqual([])
    const path = `/customers/users/${eirik.customer_id}`
    const { body: raw } = await sandbox().get(path)
    expect(part('raw').data).toMatchObject({ record: { ...(raw as object), created_by: '••••' } })
    const { body: tags } = await sandbox().get(`${path}/tags`)
    const names = (tags as { tag: string }[]).map(({ tag }) => tag)
    expect((part('tags').data as { tags: { tag: string }[] }).tags.map(({ tag }) => tag)).toEqual(names)
    expect(part('consent').data).toMatchObject({ marketing_consent: eirik.marketing_consent })

    type Line = { description?: string; quantity?: number; gross_amount?: number; voided?: boolean }
    type Bought = { id: string; gross_amount?: number; items: Line[]; currency?: string }
    const { receipts } = part('purchases').data as { receipts: Bought[] }
    const all: Bought[] = []
    for (let cursor: string | undefined; ; ) {
      const { body } = await sandbox().get(`/receipts/customers/${eirik.customer_id}`, {
        limit: 100,
        ...(cursor && { starting_after: cursor }),
      })
      const page = body as { receipts: Bought[]; starting_after?: string }
      all.push(...page.receipts)
      cursor = page.starting_after
      if (!cursor) break
    }
    const lineOf = (line: Line) => [line.description, line.quantity, line.gross_amount, line.voided ?? false]
    const facts = ({ id, gross_amount, currency, items }: Bought) => [id, gross_amount, currency, items.map(lineOf)]
    expect(receipts.map(facts)).toEqual(all.map(facts))
    expect(receipts).toHaveLength(400)
    const { body: rules } = await sandbox().get(`/discounts/customers/${eirik.customer_id}/rules`)
    const namesOf = (list: unknown) => (list as { name: string }[]).map(({ name }) => name)
    expect(namesOf((part('rewards').data as { rules: unknown }).rules)).toEqual(namesOf(rules))
    expect(steps).toContain('purchases 400 400')
    expect(steps.at(-1)).toBe('')
  })
})

describe('other people', () => {
  it('are masked on receipts and in the record, and the file says so', async () => {
    const { part, json, text } = await jsonOf(someoneForTests('admin'), nora.customer_id)
    expect(text).not.toMatch(/Marte|Ida Norum/)
    expect(text).not.toContain(nora.created_by)
    const { receipts } = part('purchases').data as { receipts: { id: string; salesperson_name?: string }[] }
    expect(receipts.find(({ id }) => id === namedReceipts.nora.id)).toMatchObject({ salesperson_name: '••••' })
    expect(json.notes.join(' ')).toContain('Navn og id-er på andre er skjult som ••••')
  })

  it('who looked stays out of it, and what was on the same list', async () => {
    const admin = someoneForTests('admin')
    await jsonOf(admin, nora.customer_id)
    const { part, text } = await jsonOf(admin, nora.customer_id)
    const { looks } = part('looked').data as { looks: object[] }
    expect(looks).toContainEqual({ at: expect.any(String), kind: 'export', role: 'admin', section: 'dossier' })
    expect(text).not.toContain(admin.viewer.email)
  })

  it('of a company are not in it', async () => {
    const { text } = await jsonOf(someoneForTests('admin'), nordvik.customer_id)
    expect(text).not.toMatch(/Jørgen|Wenche/)
  })
})

it('has what is kept under earlier ids', async () => {
  const { part } = await jsonOf(someoneForTests('admin'), idChanged.customer_id)
  const { receipts } = part('purchases').data as { receipts: { customer_id: string }[] }
  const ids = new Set(receipts.map(({ customer_id }) => customer_id))
  expect(ids.has('S-OLD-7')).toBe(true)
})

it('has the cards with their balance and movements, and what can be used now', async () => {
  const { part } = await jsonOf(someoneForTests('admin'), nora.customer_id)
  const { cards } = part('cards').data as { cards: { type: string; amount_balance: number; movements: object[] }[] }
  expect(cards.map(({ type, amount_balance, movements }) => [type, amount_balance, movements.length])).toEqual([
    ['gift_card', 35_100, 3],
    ['credit_note', 29_900, 1],
  ])
  const { rules } = part('rewards').data as { rules: { name: string }[] }
  expect(rules.map(({ name }) => name)).toContain('20 % på sko')
})

describe('what was used', () => {
  type Used = { claims: { id: string; ref: string; purchase_at: string }[] }

  it('is there with its times, as the sandbox has it', async () => {
    const { part } = await jsonOf(someoneForTests('admin'), nora.customer_id)
    const query = { customer_id: nora.customer_id, limit: 100 }
    const { body } = await sandbox().get('/discounts/available_for_receipt/claims', query)
    const facts = ({ id, ref, purchase_at }: Used['claims'][number]) => [id, ref, purchase_at]
    const { claims } = part('rewards').data as Used
    expect(claims.length).toBeGreaterThan(3)
    expect(claims.map(facts)).toEqual((body as Used['claims']).map(facts))
  })

  it('is missing by itself where it cannot be fetched', async () => {
    await sandbox().faults([{ match: '/available_for_receipt/', kind: 'status', status: 403, times: 1 }])
    const { part } = await jsonOf(someoneForTests('admin'), nora.customer_id)
    const gap = { kind: 'withoutClaims', text: 'Det du har brukt, var ikke mulig å hente.' }
    expect(part('rewards')).toMatchObject({ state: 'partly', gaps: [gap], data: { claims: [] } })
    expect((part('rewards').data as { rules: object[] }).rules.length).toBeGreaterThan(3)
  })
})

describe('a part that is missing', () => {
  it('is named with the scope, and the others are there', async () => {
    await sandbox().faults([{ match: '/receipts/', kind: 'status', status: 403, times: 1 }])
    const { part, file } = await jsonOf(someoneForTests('admin'), nora.customer_id)
    const gap = { kind: 'scope', scope: 'read:receipts', text: 'Systemet har ikke tilgang til dette (read:receipts).' }
    expect(part('purchases')).toMatchObject({ state: 'missing', gaps: [gap], data: null })
    expect(part('tags').state).toBe('whole')
    expect(file?.gaps).toEqual([{ part: 'purchases', state: 'missing' }])
  })

  it('is named where the role may not see it', async () => {
    const { part } = await jsonOf(someoneForTests('agent'), nora.customer_id)
    expect(part('looked')).toMatchObject({ state: 'missing', gaps: [{ kind: 'role' }], data: null })
  })

  it('is partly there where single receipts fail', async () => {
    const path = `/receipts/customers/${nora.customer_id}/${namedReceipts.nora.id}`
    await sandbox().faults([{ match: path, kind: 'status', status: 404, times: 1 }])
    const { part } = await jsonOf(someoneForTests('admin'), nora.customer_id)
    expect(part('purchases')).toMatchObject({ state: 'partly', gaps: [{ kind: 'shortened', count: 1 }] })
  })
})

describe('who makes one', () => {
  it('is audited before it begins and before the file leaves, with the reason', async () => {
    const agent = someoneForTests('agent')
    await jsonOf(agent, nora.customer_id)
    const filters = (part: string) => [
      { name: 'section', value: 'dossier' },
      { name: 'format', value: 'json' },
      { name: 'part', value: part },
    ]
    const event = { kind: 'export', customers: [nora.customer_id], note: 'asked by email' }
    const events = (await audited(agent)).filter(({ kind }) => kind === 'export')
    expect(events).toEqual([
      { ...event, rows: 1, filters: filters('start') },
      { ...event, rows: 1, filters: [...filters('file'), { name: 'missing', value: 'looked' }] },
    ])
  })

  it('may not be a viewer', async () => {
    await expect(dossierForTests(someoneForTests('viewer'), nora.customer_id)).rejects.toMatchObject({
      error: { code: 'forbidden' },
    })
  })

  it('learns before it begins that nobody has the id, or that there were too many', async () => {
    const agent = someoneForTests('agent')
    await expect(dossierForTests(agent, 'nobody-1')).rejects.toMatchObject({ error: { code: 'not_found' } })
    for (let made = 1; made < 20; made++) await dossierForTests(agent, 'nobody-1').catch(() => {})
    await expect(dossierForTests(agent, nora.customer_id)).rejects.toMatchObject({ error: { code: 'rate_limited' } })
  })

  it('can stop it: nothing is sent after that', async () => {
    const stop = new AbortController()
    const agent = someoneForTests('agent')
    const making = dossierForTests(agent, eirik.customer_id, { signal: stop.signal })
    setTimeout(() => stop.abort(), 200)
    await expect(making).resolves.toMatchObject({ file: null })
    expect((await audited(agent)).filter(({ kind }) => kind === 'export')).toHaveLength(1)
  })
})
