import type { Fault } from '../lib/sandbox/control/fault'
import { accounts, client } from '../lib/sandbox/seed/seed'
import { sandboxOrigin } from './servers'

export type Row = { id: string; customer_id: string; type: string; deleted_at?: string; [name: string]: unknown }
type Query = Record<string, string>
export type Seen = { method: string; path: string; query: string; status: number | null; aborted: boolean }

let tokens: Record<string, string> = {}

async function tokenOf(account: string): Promise<string> {
  const known = tokens[account]
  if (known) return known
  const response = await fetch(`${sandboxOrigin}/v1/accounts/${account}/auth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      audience: `https://api.dintero.com/v1/accounts/${account}`,
    }),
  })
  const { access_token } = (await response.json()) as { access_token: string }
  tokens = { ...tokens, [account]: access_token }
  return access_token
}

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${sandboxOrigin}/_sandbox${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`The sandbox refused ${method} ${path}: ${await response.text()}`)
  return response.json()
}

/** Calls the sandbox directly, to compare the answers of the app with it. */
export const sandbox = {
  async get(path: string, query: Query = {}, account: string = accounts.test): Promise<Response> {
    const url = `${sandboxOrigin}/v1/accounts/${account}${path}?${new URLSearchParams(query)}`
    return fetch(url, { headers: { authorization: `Bearer ${await tokenOf(account)}` } })
  },

  /** The rows of a query, in order, and its total. */
  async list(query: Query = {}, account: string = accounts.test): Promise<{ rows: Row[]; total: number }> {
    const response = await sandbox.get('/customers/users', { limit: '25', total: 'true', ...query }, account)
    return { rows: (await response.json()) as Row[], total: Number(response.headers.get('total-count')) }
  },

  /** Changes a customer upstream, behind the back of the app. */
  change: (customerId: string, changes: Record<string, unknown>) =>
    control('POST', `/customers/${encodeURIComponent(customerId)}?account=${accounts.test}`, changes),
  remove: (customerId: string) =>
    control('DELETE', `/customers/${encodeURIComponent(customerId)}?account=${accounts.test}`),
  create: (customer: Record<string, unknown>) => control('POST', `/customers?account=${accounts.test}`, customer),
  faults: (faults: Fault[]) => control('POST', '/faults', faults),
  /** Reports edits to an address from now on; without one, no more. */
  webhooks: (subscription: { url: string; secret: string } | null) =>
    subscription ? control('POST', '/webhooks', { ...subscription, retry_ms: 50 }) : control('DELETE', '/webhooks'),
  requests: async () => (await control('GET', '/requests')) as Seen[],
  forget: () => control('DELETE', '/requests'),
}

/** All customers of the test account, contacts and deleted ones too, in list order. */
export async function everyone(): Promise<Row[]> {
  const all: Row[] = []
  for (let cursor: Record<string, string> = {}; ; ) {
    const { rows } = await sandbox.list({ limit: '100', type: 'any', include_deleted: 'true', ...cursor })
    all.push(...rows)
    const last = rows.findLast(({ id }) => id)
    if (rows.length < 100 || !last) return all
    cursor = { starting_after: last.id }
  }
}
