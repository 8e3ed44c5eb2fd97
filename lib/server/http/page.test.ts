import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Role } from '@/lib/access'
import {
  account,
  auditedEventsOf,
  limit,
  signInSomeone,
  startGuard,
  stopGuard,
} from '@/lib/server/http/guard-for-tests'
import { page } from '@/lib/server/http/page'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

const session = vi.hoisted(() => ({ current: null as object | null }))
vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
const address = vi.hoisted(() => ({ current: {} as Record<string, string> }))
vi.mock('next/headers', () => ({ headers: () => new Headers(address.current) }))
vi.mock('@/lib/server/log', () => ({ log: vi.fn() }))

const customerParams = z.object({ customerId: z.string() })

beforeAll(startGuard)
afterAll(stopGuard)

let email = ''
async function signIn(role: Role | null): Promise<void> {
  const signedIn = await signInSomeone(role)
  email = signedIn.email
  session.current = signedIn.session
}
beforeEach(async () => {
  address.current = { 'x-desk-path': '/T12345678/customers?search=a' }
  await signIn('agent')
})

const auditedEvents = () => auditedEventsOf(email)

type Shown = { params: { customerId: string }; searchParams: URLSearchParams }
const render = vi.fn(async ({ params }: Shown) => `record ${params.customerId}`)
const Page = page({
  permission: 'customers:read',
  params: customerParams,
  render,
  renderFailure: ({ error, accountId }) => `${error.code} in ${accountId}`,
})
const open = (params: Record<string, string> = { accountId: account, customerId: 'K%2F1' }) =>
  Page({ params: Promise.resolve(params), searchParams: Promise.resolve({}) })

const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: noQuery,
  response: z.unknown(),
  run: async () => ({}),
})
const call = () =>
  GET(new Request('http://localhost:3000/api/accounts/x/customers'), {
    params: Promise.resolve({ accountId: account, customerId: 'K/1' }),
  })

beforeEach(() => void vi.clearAllMocks())

describe('a page', () => {
  it('passes the parameters of its path, decoded and parsed', async () => {
    expect(await open()).toBe('record K/1')
  })

  it('says which site has caused it', async () => {
    address.current = { 'sec-fetch-site': 'cross-site' }
    await open()
    expect(render.mock.lastCall?.[0]).toMatchObject({ access: { request: { site: 'cross-site' } } })
  })

  it('passes a parameter that Next drops', async () => {
    address.current = { 'x-desk-dropped': '__proto__=1&__proto__=3' }
    await open()
    expect(render.mock.lastCall?.[0].searchParams.getAll('__proto__')).toEqual(['1', '3'])
  })

  it('counts against the same limit as routes, and over it renders the failure and reads nothing', async () => {
    expect((await call()).status).toBe(200)
    for (let pages = 1; pages < limit; pages += 1) expect(await open()).toBe('record K/1')
    expect(await open()).toBe(`rate_limited in ${account}`)
    expect((await call()).status).toBe(429)
    expect(render).toHaveBeenCalledTimes(limit - 1)
  })

  it('audits a refused role with the customer of the path, and renders the refusal', async () => {
    await signIn('auditor')
    expect(await open()).toBe(`forbidden in ${account}`)
    expect(await auditedEvents()).toMatchObject([{ kind: 'refused', customers: ['K/1'] }])
    expect(render).not.toHaveBeenCalled()
  })

  it('redirects to sign-in without a session, and from there back to itself', async () => {
    session.current = null
    const target = `/sign-in?callbackUrl=${encodeURIComponent('/T12345678/customers?search=a')}`
    await expect(open()).rejects.toMatchObject({ digest: expect.stringContaining(target) })
  })

  it('redirects to sign-in with its path alone, where a query is longer than a request may be', async () => {
    session.current = null
    address.current = { 'x-desk-path': `/T12345678/find?phone=${'4'.repeat(10_000)}` }
    const target = `;/sign-in?callbackUrl=${encodeURIComponent('/T12345678/find')};`
    await expect(open()).rejects.toMatchObject({ digest: expect.stringContaining(target) })
  })

  it.each([
    ['an account of others', { accountId: 'P99999999', customerId: 'a' }],
    ['a parameter that cannot be decoded', { accountId: account, customerId: '%zz' }],
  ])('shows the not-found screen for %s', async (_, params) => {
    await expect(open(params)).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })
    expect(render).not.toHaveBeenCalled()
  })

  it('renders an unexpected failure as internal', async () => {
    render.mockRejectedValueOnce(new TypeError('x'))
    expect(await open()).toBe(`internal in ${account}`)
  })
})
