import http from 'node:http'
import fc from 'fast-check'
import { accounts, people, tagIds, tagNames } from '../../../lib/sandbox/seed/seed'
import { expect, test } from '../../fixtures'
import { type Row, sandbox } from '../../sandbox'
import { appUrl } from '../../servers'

const api = `/api/accounts/${accounts.test}`

test.beforeEach(() => sandbox.forget())
const upstreamCalls = async () => (await sandbox.requests()).filter(({ path }) => !path.endsWith('/auth/token'))

test('customers: property names are those of Dintero with one misspelling corrected, and there is a next cursor', async ({
  request,
}) => {
  const query = { search: 'nor', type: 'any', limit: '10' }
  const { rows } = await sandbox.list(query)
  const response = await request.get(`${api}/customers?${new URLSearchParams(query)}`)
  expect(response.headers()['content-type']).toBe('application/json; charset=utf-8')
  const body = (await response.json()) as { customers: Row[]; unreadable: unknown[]; next: unknown }
  expect(Object.keys(body).sort()).toEqual(['customers', 'next', 'unreadable'])
  expect(body.unreadable).toEqual([])
  expect(body.next).toEqual({ starting_after: rows.at(-1)?.id })
  expect(body.customers.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  for (const [index, row] of rows.entries()) {
    const { company, ...rest } = row as Row & { company?: { bussiness_name?: string } }
    expect(body.customers[index]).toMatchObject(JSON.parse(JSON.stringify(rest)))
    if (company?.bussiness_name)
      expect(body.customers[index]).toMatchObject({ company: { business_name: company.bussiness_name } })
  }
  expect(JSON.stringify(body)).not.toContain('bussiness')
})

test('the last page has no next cursor', async ({ request }) => {
  const body = (await (
    await request.get(`${api}/customers?email=${encodeURIComponent(people.nora.email)}`)
  ).json()) as { customers: Row[]; next: unknown }
  expect([body.customers.map(({ customer_id }) => customer_id), body.next]).toEqual([['K-214907'], null])
})

test('customers-total: the number equals that of the sandbox for all filters', async ({ request }) => {
  const queries: Record<string, string>[] = [
    {},
    { search: 'kari' },
    { type: 'any' },
    { include_deleted: 'true' },
    { tag_id: tagIds[tagNames.empty] },
  ]
  for (const query of queries) {
    const { total } = await sandbox.list(query)
    const response = await request.get(`${api}/customers-total?${new URLSearchParams(query)}`)
    expect(await response.json()).toEqual({ total })
  }
})

test('returns one customer, its tags, and the tags of the account', async ({ request }) => {
  const { customer } = (await (await request.get(`${api}/customers/K-214907`)).json()) as { customer: Row }
  expect(customer).toMatchObject({ customer_id: 'K-214907', email: people.nora.email, date_of_birth: '1991-04-17' })
  const { tags } = (await (await request.get(`${api}/customers/K-214907/tags`)).json()) as { tags: { tag: string }[] }
  expect(tags.map(({ tag }) => tag).sort()).toEqual(['Gullmedlem', 'Medlem'])
  const all = (await (await request.get(`${api}/tags`)).json()) as { tags: { id: string; tag: string }[] }
  expect(all.tags.find(({ tag }) => tag === tagNames.small)?.id).toBe(tagIds[tagNames.small])
})

test('a tombstone contains only ids, times and the person who deleted the customer', async ({ request }) => {
  const { customer } = (await (await request.get(`${api}/customers/${people.tombstone.customer_id}`)).json()) as {
    customer: Row
  }
  expect(Object.keys(customer).sort()).toEqual([
    'created_at',
    'created_by',
    'customer_id',
    'deleted_at',
    'deleted_by',
    'id',
    'type',
  ])
})

const refused = [
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=x', 'limit'],
  ['type=person', 'type'],
  ['tag_id=vip', 'tag_id'],
  ['include_deleted=1', 'include_deleted'],
  ['colour=red', 'colour'],
  ['attributes_keys=a&attributes_keys=b&attributes_keys=c&attributes_keys=d&attributes_keys=e', 'attributes_keys'],
  ['attributes_values=gold', 'attributes_values'],
  ['attributes_keys=club&attributes_values=a%2Cb', 'attributes_values'],
  ['since_datetime=2026-01-01', 'since_datetime'],
  ['since_datetime=2026-01-01T00:00:00Z&starting_after=x', 'starting_after'],
  ['by_word=ola', 'by_word'],
  ['only=deleted', 'only'],
  ['search=4242%204242%204242%204242', 'search'],
  ['phone_number=4242424242424242', 'phone_number'],
  ['email=nobody', 'email'],
  ['phone_number=99%2099', 'phone_number'],
  ['phone_number=%2B', 'phone_number'],
  ['record=K-214907', 'record'],
  ['constructor=x', 'constructor'],
  ['search=a&search=b', 'search'],
  ['limit=10&limit=10', 'limit'],
  [`search=${'x'.repeat(256)}`, 'search'],
  ['starting_after=a%2Fb', 'starting_after'],
] as const
test('a query is refused with the parameter and the allowed values, and no call is sent upstream', async ({
  request,
}) => {
  for (const [query, field] of refused)
    await test.step(query.slice(0, 40), async () => {
      const response = await request.get(`${api}/customers?${query}`)
      expect(response.status()).toBe(400)
      const message = expect.stringContaining(field)
      expect(await response.json()).toEqual({
        error: { code: 'invalid_query', field, message, request_id: expect.any(String) },
      })
      expect(await upstreamCalls()).toEqual([])
    })
})

test('the total accepts only filters, and other endpoints accept no parameters', async ({ request }) => {
  for (const path of [
    'customers-total?limit=10',
    'customers-total?starting_after=x',
    'tags?x=1',
    'customers/K-214907?x=1',
  ]) {
    const response = await request.get(`${api}/${path}`)
    expect([path, response.status()]).toEqual([path, 400])
  }
  expect(await upstreamCalls()).toEqual([])
})

test('an id leads to exactly that customer or to 404, and never to another endpoint', async ({ request }) => {
  const ids = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((id) => id.isWellFormed()),
    fc.constantFrom(
      '%2e%2e',
      'a/b',
      'æ ø',
      '?',
      '#',
      'total',
      '../../settings',
      'x'.repeat(255),
      'x'.repeat(256),
      '../tags',
      'K-214907/tags',
      '\\',
      '\0',
      '%',
      'a%2Fb',
    ),
  )
  await fc.assert(
    fc.asyncProperty(ids, async (id) => {
      // Clients remove these segments themselves, so they reach another URL of ours and no customer.
      if (/^(\.|%2e){1,2}$/i.test(encodeURIComponent(id))) return
      const response = await request.get(`${api}/customers/${encodeURIComponent(id)}`)
      const body = (await response.json()) as { customer?: Row; error?: { code: string } }
      if (response.status() === 200) expect(body.customer?.customer_id).toBe(id)
      else expect([id, response.status(), body.error?.code]).toEqual([id, 404, 'not_found'])
    }),
    { numRuns: 150 },
  )
  for (const { path, method, query } of await upstreamCalls()) {
    expect(method).toBe('GET')
    expect(path.split('/').slice(0, 6)).toEqual(['', 'v1', 'accounts', accounts.test, 'customers', 'users'])
    // The customer itself or, if it does not exist, the search for its tombstone (contract, "Assumed").
    if (path.split('/').length === 6) expect(query).toContain('include_deleted=true')
    else expect(path.split('/')).toHaveLength(7)
  }
})

/** Requests a path exactly as it is written. Other clients remove dots and repair escapes. */
const statusOf = (path: string, cookie: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const options = { host: '127.0.0.1', port: new URL(appUrl).port, path, headers: { cookie } }
    http.get(options, (response) => resolve(response.resume().statusCode)).once('error', reject)
  })

test('a path that is not a valid URL reaches no customer and sends nothing upstream', async ({ states }) => {
  const cookie = (await states('agent')).cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(await statusOf(`${api}/customers/K-214907`, cookie)).toBe(200)
  await sandbox.forget()
  const ids = ['.', '..', '%2e', '%2E%2e', '%', '%zz', '%c3', '', '/', '../../settings', '..\\settings']
  for (const id of ids) expect([id, await statusOf(`${api}/customers/${id}`, cookie)]).not.toEqual([id, 200])
  expect(await upstreamCalls()).toEqual([])
})

test('a path that is ambiguous or cannot be decoded is a page or an answer of ours with 404', async ({ states }) => {
  const cookie = (await states('agent')).cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const customers = `/${accounts.test}/customers`
  const ambiguous = [`/_next/static/../..${customers}`, `/api/health/%2e%2e/accounts/${accounts.test}/tags`, '*']
  for (const path of [...ambiguous, '/%ff', `${customers}/%ff`, `${api}/customers/%c3%28`, `${api}/%`])
    expect([path, await statusOf(path, cookie)]).toEqual([path, 404])
})

test('a parameter that would set a prototype is refused like any other unknown one', async ({ request }) => {
  const response = await request.get(`${api}/customers?__proto__=1`)
  expect([response.status(), (await response.json()).error.field]).toEqual([400, '__proto__'])
})

test('answers are compressed for clients that accept it, and are never cached', async ({ request }) => {
  const plain = await request.get(`${api}/customers?limit=100`, { headers: { 'accept-encoding': 'identity' } })
  const zipped = await request.get(`${api}/customers?limit=100`, { headers: { 'accept-encoding': 'gzip' } })
  expect([plain.headers()['content-encoding'], zipped.headers()['content-encoding']]).toEqual([undefined, 'gzip'])
  expect(await zipped.json()).toEqual(await plain.json())
  expect(zipped.headers()['cache-control']).toBe('no-store')
  expect(zipped.headers()['x-request-id']).toMatch(/^[\w-]{36}$/)
})

test('methods that write are refused', async ({ request }) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    for (const path of ['customers', 'customers/K-214907', 'tags'])
      expect((await request.fetch(`${api}/${path}`, { method })).status()).toBe(405)
  expect(await upstreamCalls()).toEqual([])
})

test('no page takes a call that is not for reading, and no image is requested for anybody', async ({ request }) => {
  for (const multipart of [{ $ACTION_ID_zzzz: '' }, undefined]) {
    const headers = { 'next-action': 'zzzz', ...(!multipart && { 'content-type': 'text/plain' }) }
    const response = await request.post('/sign-in', { headers, ...(multipart ? { multipart } : { data: '[]' }) })
    expect(response.status()).toBe(405)
  }
  for (const url of ['/zzzz.png', 'https://zzzz.example/a.png', '/favicon.ico'])
    expect((await request.get(`/_next/image?w=64&q=75&url=${encodeURIComponent(url)}`)).status()).toBe(404)
  expect((await request.get(`${api}/zzzz`)).status()).toBe(404)
})

test('health reports yes or no, and calls upstream at most once in five seconds', async ({ request }) => {
  for (let time = 0; time < 5; time += 1) expect(await (await request.get('/api/health/ready')).text()).toBe('yes')
  expect(await (await request.get('/api/health/live')).text()).toBe('yes')
  expect((await sandbox.requests()).length).toBeLessThanOrEqual(3)
})
