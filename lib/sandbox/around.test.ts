import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claim, CustomerRule } from './discounts/rule'
import { endpoints } from './http/router'
import { namedReceipts } from './receipts/seed-receipts'
import { accounts, people } from './seed/seed'
import { type SandboxUnderTest, startForTests } from './start-for-tests'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
})
afterAll(() => sandbox.stop())

const { nora, kari, nordvik } = people
const receipt = namedReceipts.threeHundredLines
const of = (customerId: string) => encodeURIComponent(customerId)
const claims = '/discounts/available_for_receipt/claims'
const register = '/search/external/organizations'

/** Each call of "Around a customer" in the contract, with its scope and a request that has an answer. */
const calls = [
  ['/receipts/customers/{customer_id}', 'read:receipts', `/receipts/customers/${of(nora.customer_id)}`],
  [
    '/receipts/customers/{customer_id}/{receipt_id}',
    'read:receipts',
    `/receipts/customers/${of(receipt.customer_id)}/${receipt.id}`,
  ],
  ['/receipts/search', 'read:receipts', '/receipts/search?receipt_id=12345'],
  ['/wallets/customers/{customer_id}/cards', 'read:wallets', `/wallets/customers/${of(nora.customer_id)}/cards`],
  [
    '/wallets/customers/{customer_id}/cards/{card_id}',
    'read:wallets',
    `/wallets/customers/${of(nora.customer_id)}/cards/GK-NORA-1`,
  ],
  ['/wallets/cards/{card_id}/transactions', 'read:wallets', '/wallets/cards/GK-NORA-1/transactions'],
  ['/discounts/customers/{customer_id}/rules', 'read:discounts', `/discounts/customers/${of(nora.customer_id)}/rules`],
  ['/discounts/customers/{customer_id}/refs/{ref_id}', 'read:discounts', null],
  [claims, 'read:discounts', `${claims}?customer_id=${of(nora.customer_id)}`],
  [
    '/customers/company/departments',
    'read:customers',
    `/customers/company/departments?organization_number=${nordvik.company.organization_number}`,
  ],
  [`${register}/{country}/{organization_number}`, 'public', `${register}/no/274601922`],
] as const

const clients = {
  'read:customers': 'sandbox-customers',
  'read:receipts': 'sandbox-receipts',
  'read:wallets': 'sandbox-wallets',
  'read:discounts': 'sandbox-discounts',
}

/** The status of a request by a client. */
async function statusFor(id: string, path: string): Promise<number> {
  const answer = await sandbox.requestToken(accounts.test, { id, secret: 'sandbox-secret' })
  const { access_token }: { access_token: string } = await answer.json()
  const [pathname = '', query = ''] = path.split('?')
  return (await sandbox.get(pathname, query, { headers: { authorization: `Bearer ${access_token}` } })).status
}

async function rulesOfNora(): Promise<CustomerRule[]> {
  const { body } = await sandbox.get(`/discounts/customers/${of(nora.customer_id)}/rules`, { limit: 100 })
  return body as CustomerRule[]
}

test.each(calls)('the sandbox serves %s with the scope %s alone', async (template, scope, request) => {
  const served = endpoints.find(({ path }) => path === `/accounts/{aid}${template}`)
  expect(served?.scope).toBe(scope)
  const path = request ?? `/discounts/customers/${of(nora.customer_id)}/refs/${(await rulesOfNora())[0]?.ref_id}`
  if (scope === 'public') {
    expect((await fetch(sandbox.accountUrl(accounts.test) + path)).status).toBe(200)
    expect(await statusFor('sandbox-noscope', path)).toBe(200)
    return
  }
  expect(await statusFor(clients[scope], path)).toBe(200)
  expect(await statusFor('sandbox-noscope', path)).toBe(403)
})

describe('the rewards that were claimed', () => {
  const find = async (query: { [name: string]: string | number | boolean }) => {
    const { body, headers } = await sandbox.get(claims, query)
    return { claims: body as Claim[], total: headers.get('total-count') }
  }

  test('are one for each use of a rule of the customer, newest first', async () => {
    const { claims: all } = await find({ customer_id: nora.customer_id, limit: 100 })
    const times = all.map(({ created_at }) => created_at)
    expect(times).toEqual(times.toSorted((a, b) => b.localeCompare(a)))
    expect(all.every(({ customer_id, type }) => customer_id === nora.customer_id && type === 'pos')).toBe(true)
    const refs = all.flatMap(({ discounts }) => discounts.flatMap(({ refs }) => refs.map(({ id }) => id)))
    const usedRefs = (await rulesOfNora()).flatMap(({ ref_id, statistics }) =>
      Array.from({ length: statistics?.used ?? 0 }, () => ref_id),
    )
    expect(usedRefs.length).toBeGreaterThan(3)
    expect(refs.toSorted()).toEqual(usedRefs.toSorted())
  })

  test('come in pages by their id, and are counted on request', async () => {
    const all = (await find({ customer_id: nora.customer_id, limit: 100 })).claims
    const first = await find({ customer_id: nora.customer_id, limit: 2, total: true })
    expect([first.claims, first.total]).toEqual([all.slice(0, 2), String(all.length)])
    const next = await find({ customer_id: nora.customer_id, limit: 2, starting_after: first.claims[1]?.id ?? '' })
    expect([next.claims, next.total]).toEqual([all.slice(2, 4), null])
  })

  test('are found by the ref of the till, alone or with their customer', async () => {
    const [claim] = (await find({ customer_id: nora.customer_id })).claims
    const ref = claim?.ref ?? ''
    expect((await find({ ref })).claims).toEqual([claim])
    expect((await find({ customer_id: nora.customer_id, ref })).claims).toEqual([claim])
    expect((await find({ customer_id: kari.customer_id, ref })).claims).toEqual([])
    expect((await find({ ref: 'nothing' })).claims).toEqual([])
  })

  test('are none for nobody, and somebody or something must be named', async () => {
    expect((await find({ customer_id: 'nobody' })).claims).toEqual([])
    expect((await sandbox.get(claims)).status).toBe(400)
  })
})

describe('the register of companies', () => {
  test('knows a company by its number, with and without the letters of value-added tax', async () => {
    const known = {
      items: [
        {
          ...{ response_from: 'enhetsregisteret', organization_type: 'AS', office_type: 'head_office' },
          organization_number: nordvik.company.organization_number,
          business_name: nordvik.company.bussiness_name,
          business_address: expect.objectContaining({ postal_place: 'Bergen', country: 'NO' }),
          registry_address: expect.objectContaining({ address_line: 'Damsgårdsveien 71', postal_code: '5014' }),
        },
      ],
    }
    for (const number of ['312548968', '312548968MVA'])
      expect((await sandbox.get(`${register}/no/${number}`)).body).toEqual(known)
  })

  test('knows none for another number or country, and no third country', async () => {
    expect((await sandbox.get(`${register}/no/000000000`)).body).toEqual({ items: [] })
    expect((await sandbox.get(`${register}/dk/312548968`)).body).toEqual({ items: [] })
    expect((await sandbox.get(`${register}/se/312548968`)).status).toBe(400)
  })
})
