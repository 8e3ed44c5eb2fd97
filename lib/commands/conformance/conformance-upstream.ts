import { setTimeout as wait } from 'node:timers/promises'

export type UpstreamOrder = {
  /** With `/v1`. */
  baseUrl: string
  account: string
  client: { id: string; secret: string }
  /** Between two calls, in milliseconds. */
  pauseMs: number
}

/** An answer with nothing assumed about it; `rows` is empty for what is no list. */
export type Answer = { status: number; total: string | null; body: unknown; rows: Row[] }
export type Row = { [property: string]: unknown }

const timeoutMs = 20_000
const patience = 5

/** Calls an upstream one call at a time, read-only, with a pause between calls and longer where it asks for one. */
export class Upstream {
  calls = 0
  private token = ''

  constructor(private readonly order: UpstreamOrder) {}

  /** Gets the token; throws a sentence when there is none to be had. */
  async signIn(): Promise<void> {
    const { client } = this.order
    const response = await fetch(`${this.accountUrl()}/auth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ grant_type: 'client_credentials', audience: this.accountUrl() }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const body: unknown = await response.json().catch(() => undefined)
    const token = isRow(body) ? body.access_token : undefined
    if (!response.ok || typeof token !== 'string') throw new Error(`No token: the upstream answered ${response.status}`)
    this.token = token
  }

  collection(query: { [name: string]: string }): Promise<Answer> {
    return this.get(`/customers/users?${new URLSearchParams(query)}`)
  }

  customer(id: string): Promise<Answer> {
    return this.get(`/customers/users/${encodeURIComponent(id)}`)
  }

  private async get(path: string): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      await wait(this.order.pauseMs)
      this.calls++
      const response = await fetch(this.accountUrl() + path, {
        headers: { authorization: `Bearer ${this.token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (response.status === 429 && attempt < patience) {
        await wait(Math.min(60, Number(response.headers.get('retry-after')) || 2 ** attempt) * 1000)
        continue
      }
      const body: unknown = await response.json().catch(() => undefined)
      if (response.status === 401 || response.status === 403) {
        throw new Error(`The upstream answered ${response.status}: is the scope read:customers granted?`)
      }
      const rows = Array.isArray(body) ? body.filter(isRow) : []
      return { status: response.status, total: response.headers.get('total-count'), body, rows }
    }
  }

  private accountUrl(): string {
    return `${this.order.baseUrl.replace(/\/+$/, '')}/accounts/${this.order.account}`
  }
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
