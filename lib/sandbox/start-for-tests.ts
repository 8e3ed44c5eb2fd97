import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from './control/fault'
import type { SeenRequest } from './control/request-log'
import { createAnswerCheck } from './description/check-answer'
import { accounts, client } from './seed/seed'
import { type SandboxOptions, startSandbox } from './server'

type Query = { [name: string]: string | number | boolean | readonly string[] }
export type TestAnswer = { status: number; headers: Headers; body: unknown }

/** A customer as returned by the sandbox. */
export type SeenCustomer = { id: string; customer_id: string; type: string; [name: string]: unknown }

/**
 * Starts a sandbox of 5,000 customers and returns functions to call it. All test files share its data. With `fresh` it
 * gets its own data, which a test may edit.
 */
export async function startForTests(options: Partial<SandboxOptions> & { fresh?: boolean } = {}) {
  const { fresh, ...rest } = options
  const folder = fresh ? mkdtempSync(join(tmpdir(), 'sandbox-')) : tmpdir()
  const databasePath = join(folder, `customer-desk-sandbox-5000${rest.hasOtherMaskedValues ? '-other' : ''}.db`)
  const sandbox = await startSandbox({ port: 0, customers: 5000, seed: 1, databasePath, ...rest })
  const { origin } = new URL(sandbox.url)

  const check = createAnswerCheck(await (await fetch(`${origin}/openapi.json`)).json())

  const accountUrl = (account: string) => `${sandbox.url}/accounts/${account}`
  const requestToken = (
    account: string,
    given: { id: string; secret: string } = client,
    audience = accountUrl(account),
  ) =>
    fetch(`${accountUrl(account)}/auth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${given.id}:${given.secret}`).toString('base64')}` },
      body: JSON.stringify({ grant_type: 'client_credentials', audience }),
    })
  const tokens = new Map<string, string>()
  const tokenOf = async (account: string): Promise<string> => {
    const known = tokens.get(account)
    if (known) return known
    const answer: { access_token: string } = await (await requestToken(account)).json()
    tokens.set(account, answer.access_token)
    return answer.access_token
  }

  const get = async (
    path: string,
    query: Query | string = {},
    init: RequestInit & { account?: string } = {},
  ): Promise<TestAnswer> => {
    const account = init.account ?? accounts.test
    const search = typeof query === 'string' ? query : queryText(query)
    const response = await fetch(`${accountUrl(account)}${path}${search ? `?${search}` : ''}`, {
      ...init,
      headers: { authorization: `Bearer ${await tokenOf(account)}`, ...init.headers },
    })
    const text = await response.text()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    check(init.method ?? 'GET', `/accounts/${account}${path}`, response.status, body)
    return { status: response.status, headers: response.headers, body }
  }

  const control = async (method: string, path: string, body?: unknown): Promise<TestAnswer> => {
    const response = await fetch(`${origin}/_sandbox${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }

  return {
    ...sandbox,
    origin,
    accountUrl,
    requestToken,
    tokenOf,
    /**
     * Sends a request with a valid token, by default for T12345678, and checks the response against the description.
     */
    get,
    /** The customers of a page. Throws when the response is not a page. */
    async customers(query: Query = {}): Promise<SeenCustomer[]> {
      const { status, body } = await get('/customers/users', query)
      if (status !== 200 || !Array.isArray(body)) throw new Error(`${status} ${JSON.stringify(body)}`)
      return body
    },
    control,
    faults: (faults: Partial<Fault>[]) => control('POST', '/faults', faults),
    async requests(): Promise<SeenRequest[]> {
      const { body } = await control('GET', '/requests')
      return Array.isArray(body) ? body : []
    },
    async stop(): Promise<void> {
      await sandbox.close()
      if (fresh) rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type SandboxUnderTest = Awaited<ReturnType<typeof startForTests>>

function queryText(query: Query): string {
  return Object.entries(query)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => `${name}=${encodeURIComponent(String(one))}`),
    )
    .join('&')
}
