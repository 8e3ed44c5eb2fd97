import { setTimeout as wait } from 'node:timers/promises'
import { encodeSegment } from '../../encode-segment'

export type UpstreamOptions = {
  /** With `/v1`. */
  baseUrl: string
  account: string
  client: { id: string; secret: string }
  /** Between two calls, in milliseconds. */
  pauseMs: number
}

/** An answer, without any assumption about its body. `rows` is empty when the body is not a list, and holds none. */
export type Answer = { status: number; total: string | null; body: unknown; rows: Row[] }
export type Row = { [property: string]: unknown }

const timeoutMs = 20_000
const maxAttempts = 5

/**
 * Sends read requests to an upstream one at a time, with a pause between them; after a 429 it waits for `retry-after`.
 */
export class Upstream {
  calls = 0
  private token = ''

  constructor(private readonly options: UpstreamOptions) {}

  /** Fetches the access token; throws an error with a readable message when the upstream gives none. */
  async signIn(): Promise<void> {
    const { client } = this.options
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

  fetchCollection(query: { [name: string]: string }): Promise<Answer> {
    return this.get(`/customers/users?${new URLSearchParams(query)}`)
  }

  fetchCustomer(id: string): Promise<Answer> {
    return this.get(`/customers/users/${encodeSegment(id)}`)
  }

  /** What belongs to a customer, such as its tokens. */
  fetchSection(id: string, section: 'tokens'): Promise<Answer> {
    return this.get(`/customers/users/${encodeSegment(id)}/${section}`)
  }

  fetchTerms(query: { [name: string]: string }): Promise<Answer> {
    return this.get(`/customers/terms?${new URLSearchParams(query)}`)
  }

  fetchTerm(id: string): Promise<Answer> {
    return this.get(`/customers/terms/${encodeSegment(id)}`)
  }

  fetchDepartments(organizationNumber: string): Promise<Answer> {
    return this.get(
      `/customers/company/departments?${new URLSearchParams({ organization_number: organizationNumber })}`,
    )
  }

  /** A page of the receipts of a customer. Without the scope for receipts it answers 403, as the next two calls do. */
  fetchReceipts(id: string, query: { [name: string]: string }): Promise<Answer> {
    return this.get(`/receipts/customers/${encodeSegment(id)}?${new URLSearchParams(query)}`, { mayBeForbidden: true })
  }

  fetchReceipt(customerId: string, id: string): Promise<Answer> {
    const path = `/receipts/customers/${encodeSegment(customerId)}/${encodeSegment(id)}`
    return this.get(path, { mayBeForbidden: true })
  }

  /** The receipts with this number of the till. */
  findReceipts(number: string): Promise<Answer> {
    return this.get(`/receipts/search?${new URLSearchParams({ receipt_id: number })}`, { mayBeForbidden: true })
  }

  /** The cards of a customer. Without the scope for wallets it answers 403, as the next call does. */
  fetchCards(id: string): Promise<Answer> {
    return this.get(`/wallets/customers/${encodeSegment(id)}/cards`, { mayBeForbidden: true })
  }

  fetchCard(customerId: string, cardId: string): Promise<Answer> {
    const path = `/wallets/customers/${encodeSegment(customerId)}/cards/${encodeSegment(cardId)}`
    return this.get(path, { mayBeForbidden: true })
  }

  /** The movements of a card. Without the scope for wallets it answers 403. */
  fetchTransactions(cardId: string): Promise<Answer> {
    return this.get(`/wallets/cards/${encodeSegment(cardId)}/transactions`, { mayBeForbidden: true })
  }

  /** The rules of a customer. Without the scope for discounts it answers 403. */
  fetchRules(id: string, query: { [name: string]: string }): Promise<Answer> {
    const path = `/discounts/customers/${encodeSegment(id)}/rules?${new URLSearchParams(query)}`
    return this.get(path, { mayBeForbidden: true })
  }

  fetchRule(customerId: string, refId: string): Promise<Answer> {
    const path = `/discounts/customers/${encodeSegment(customerId)}/refs/${encodeSegment(refId)}`
    return this.get(path, { mayBeForbidden: true })
  }

  /** What was claimed. Without the scope for discounts it answers 403. */
  fetchClaims(query: { [name: string]: string }): Promise<Answer> {
    const path = `/discounts/available_for_receipt/claims?${new URLSearchParams(query)}`
    return this.get(path, { mayBeForbidden: true })
  }

  /** What the Norwegian register of companies knows, also without the token of the client. */
  fetchRegistered(organizationNumber: string, { withoutToken = false } = {}): Promise<Answer> {
    const path = `/search/external/organizations/no/${encodeSegment(organizationNumber)}`
    return this.get(path, { withoutToken, mayBeForbidden: true })
  }

  /** Whether a customer has this email, as `HEAD` answers it: without a body. */
  headCollection(email: string): Promise<Answer> {
    return this.get(`/customers/users?${new URLSearchParams({ email })}`, { method: 'HEAD' })
  }

  private async get(
    path: string,
    { method = 'GET', mayBeForbidden = false, withoutToken = false } = {},
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      await wait(this.options.pauseMs)
      this.calls++
      const response = await fetch(this.accountUrl() + path, {
        method,
        headers: withoutToken ? {} : { authorization: `Bearer ${this.token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (response.status === 429 && attempt < maxAttempts) {
        await wait(Math.min(60, Number(response.headers.get('retry-after')) || 2 ** attempt) * 1000)
        continue
      }
      const body: unknown = await response.json().catch(() => undefined)
      if (!withoutToken && (response.status === 401 || (response.status === 403 && !mayBeForbidden))) {
        throw new Error(`The upstream answered ${response.status}: is the scope read:customers granted?`)
      }
      const rows = listIn(body).filter(isRow)
      return { status: response.status, total: response.headers.get('total-count'), body, rows }
    }
  }

  private accountUrl(): string {
    return `${this.options.baseUrl.replace(/\/+$/, '')}/accounts/${this.options.account}`
  }
}

/** The list that a body is, or that a body with its cursor beside it holds. */
function listIn(body: unknown): unknown[] {
  if (Array.isArray(body)) return body
  const named = isRow(body) ? (body.receipts ?? body.items) : undefined
  return Array.isArray(named) ? named : []
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
