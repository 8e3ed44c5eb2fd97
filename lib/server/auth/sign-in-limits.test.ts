import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { limitSignIn } from '@/lib/server/auth/sign-in-limits'
import { configureWithDatabase, endConfiguredDatabase } from '@/lib/server/database/configure-for-tests'
import { openedDatabase } from '@/lib/server/database/open'

const perName = 4
const perAddress = 8

beforeAll(async () => {
  await configureWithDatabase()
  vi.stubEnv('LIMIT_SIGN_INS_PER_NAME', String(perName))
  vi.stubEnv('LIMIT_SIGN_INS_PER_ADDRESS', String(perAddress))
})
afterAll(endConfiguredDatabase)

let addresses = 0
let address = ''
beforeEach(() => {
  addresses += 1
  address = `192.0.2.${addresses}`
})

let names = 0
const newName = () => `person-${++names}@example.com`
const query = async (text: string) => (await openedDatabase().pool.query(text, [])).rows

const signedIn = () =>
  Promise.resolve(new Response(null, { headers: { 'set-cookie': 'desk.session-token=a; Path=/; HttpOnly' } }))
const wrong = () => Promise.resolve(new Response(null, { status: 401 }))

/** One attempt; without a name, as a company's provider sends somebody back. */
async function attempt(email: string | null, signIn: () => Promise<Response>): Promise<number> {
  const headers = { 'x-desk-socket': address }
  const url = 'http://localhost:3000/api/auth/callback/demo'
  const request =
    email === null
      ? new Request(url, { headers })
      : new Request(url, { method: 'POST', headers, body: new URLSearchParams({ email }) })
  return (await limitSignIn(request, signIn)).status
}
const times = <T>(count: number, make: () => Promise<T>) => Promise.all(Array.from({ length: count }, make))

it('lets no more attempts of a name through at once than one after the other', async () => {
  const email = newName()
  const checks = vi.fn(wrong)
  const statuses = await times(4 * perName, () => attempt(email, checks))
  expect(checks.mock.calls.length).toBeLessThanOrEqual(perName)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(3 * perName)
})

it('lets no more attempts of an address through at once than one after the other', async () => {
  const checks = vi.fn(wrong)
  await times(4 * perAddress, () => attempt(newName(), checks))
  expect(checks.mock.calls.length).toBeLessThanOrEqual(perAddress)
})

it('counts the name that next-auth checks, where a form names several', async () => {
  const email = newName()
  const request = (first: string) => {
    const body = new URLSearchParams([
      ['email', first],
      ['email', email],
    ])
    const headers = { 'x-desk-socket': address }
    return new Request('http://localhost:3000/api/auth/callback/demo', { method: 'POST', headers, body })
  }
  for (let count = 0; count < perName; count += 1) await limitSignIn(request(newName()), wrong)
  const check = vi.fn(wrong)
  expect((await limitSignIn(request(newName()), check)).status).toBe(429)
  expect(check).not.toHaveBeenCalled()
})

it.each([
  'application/json',
  'application/x-www-form-urlencoded; application/json',
  'text/plain; a=application/x-www-form-urlencoded',
  'multipart/form-data; boundary=application/json',
])('refuses a sign-in as %s, which next-auth would take without a name for us to count', async (type) => {
  const headers = { 'x-desk-socket': address, 'content-type': type }
  const body = JSON.stringify({ email: newName() })
  const request = new Request('http://localhost:3000/api/auth/callback/demo', { method: 'POST', headers, body })
  const check = vi.fn(wrong)
  const refused = limitSignIn(request, check)
  await expect(refused).rejects.toMatchObject({ error: { code: 'unsupported_media_type' } })
  expect(check).not.toHaveBeenCalled()
})

it('counts neither a success nor an attempt that was not checked', async () => {
  const email = newName()
  for (let count = 0; count < 2 * perAddress; count += 1) expect(await attempt(email, signedIn)).toBe(200)
  const unavailable = () => attempt(email, () => Promise.reject(new Error('database')))
  for (let count = 0; count < 2 * perName; count += 1) await expect(unavailable()).rejects.toThrow('database')
  for (let count = 0; count < perName; count += 1) expect(await attempt(email, wrong)).toBe(401)
  expect(await attempt(email, signedIn)).toBe(429)
})

it('refuses by the address alone a name that has never signed in from it, and no other', async () => {
  const [known, elsewhere] = [newName(), newName()]
  expect(await attempt(known, signedIn)).toBe(200)
  const own = address
  address = '203.0.113.1'
  await attempt(elsewhere, signedIn)
  address = own
  for (let count = 0; count < perAddress; count += 1) expect(await attempt(newName(), wrong)).toBe(401)
  expect(await attempt(known, signedIn)).toBe(200)
  expect(await attempt(elsewhere, signedIn)).toBe(429)
  for (let count = 0; count < perName; count += 1) expect(await attempt(known, wrong)).toBe(401)
  expect(await attempt(known, signedIn)).toBe(429)
})

it('lets somebody whom a provider sends back through, where somebody has signed in from the address before', async () => {
  expect(await attempt(null, signedIn)).toBe(200)
  for (let count = 0; count < 2 * perAddress; count += 1) expect(await attempt(null, wrong)).toBe(401)
  expect(await attempt(null, signedIn)).toBe(200)
  expect(await query(`SELECT 1 FROM activity WHERE kind = 'refused' AND actor_email = ''`)).toHaveLength(perAddress)
})

it('remembers a name and its address as a keyed hash alone', async () => {
  const email = newName()
  await attempt(email, signedIn)
  const kept = await query(`SELECT key FROM limits WHERE key LIKE 'signedIn:%'`)
  expect(kept.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept)).not.toContain(email)
})

it('lets a sign-in stand that has begun, where its address cannot be remembered', async () => {
  const begun = async () => {
    await query('ALTER TABLE limits RENAME TO limits_elsewhere')
    return signedIn()
  }
  try {
    expect(await attempt(newName(), begun)).toBe(200)
  } finally {
    await query('ALTER TABLE limits_elsewhere RENAME TO limits')
  }
})
