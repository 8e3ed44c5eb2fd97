import 'server-only'
import type { z } from 'zod'
import { type DinteroResult, failureOfStatus } from '@/lib/server/dintero/failure'
import { DinteroTokens } from '@/lib/server/dintero/token'
import { send, type TransportAnswer, TransportError } from '@/lib/server/dintero/transport'
import { type Account, env } from '@/lib/server/env'

/** The path of a call below the account, segment by segment, each raw: `['customers', 'users', customerId]`. */
export type PathSegments = readonly string[]

/** The parameters of a call; a list is sent as repeated parameters (contract). */
export type Parameters = Record<string, string | string[]>

/** `ifNoneMatch` is the etag of an answer that the reader has: where it still holds, the call fails with `not_modified`. */
export type ReadOptions = { signal?: AbortSignal; ifNoneMatch?: string }

/** The text as it came, what it says, and the address that was asked. */
export type ReadAnswer = { text: string; json: unknown; url: string }

/**
 * The URL of a call: each segment and value is encoded on its own, so that no value can reach another endpoint. Null for
 * a segment that cannot be one: URL parsers remove `.` and `..`, and an empty one is none.
 */
export function upstreamUrl(baseUrl: string, accountId: string, segments: PathSegments, query: Parameters): URL | null {
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..' || !segment.isWellFormed()))
    return null
  const path = ['accounts', accountId, ...segments].map(encodeURIComponent).join('/')
  // URLSearchParams writes `+` as %2B, as the contract demands of a phone number.
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  const text = new URLSearchParams(pairs).toString()
  return new URL(`${baseUrl}/${path}${text === '' ? '' : `?${text}`}`)
}

/** Reads Dintero's customers API: `GET` and `HEAD` only, so that nothing can be written by it. */
export class DinteroClient {
  readonly #baseUrl: string
  readonly #timeoutMs: number
  readonly #tokens: DinteroTokens

  constructor(options: { baseUrl: string; timeoutMs: number }) {
    this.#baseUrl = options.baseUrl
    this.#timeoutMs = options.timeoutMs
    this.#tokens = new DinteroTokens(options)
  }

  /** Whether a token can be had for the account: what `/api/health/ready` answers. */
  async isReady(account: Account): Promise<boolean> {
    return (await this.#tokens.get(account)).ok
  }

  /** Asks one endpoint and parses the answer. Throws only the signal's reason, where the reader has left. */
  async get<T>(
    account: Account,
    segments: PathSegments,
    query: Parameters,
    schema: z.ZodType<T>,
    signal?: AbortSignal,
  ): Promise<DinteroResult<T>> {
    const answer = await this.read(account, segments, query, { signal })
    if (!answer.ok) return answer
    const parsed = schema.safeParse(answer.data.json)
    return parsed.success
      ? { ok: true, data: parsed.data, headers: answer.headers }
      : { ok: false, failure: { kind: 'invalid' } }
  }

  /** Asks one endpoint for JSON that is not checked further, with its text and address as they went over the wire. */
  async read(
    account: Account,
    segments: PathSegments,
    query: Parameters,
    options: ReadOptions = {},
  ): Promise<DinteroResult<ReadAnswer>> {
    const url = upstreamUrl(this.#baseUrl, account.id, segments, query)
    if (!url) return { ok: false, failure: { kind: 'not_found' } }
    const answer = await this.#send('GET', account, url, options)
    if (!answer.ok) return answer
    const { text, headers } = answer.data
    if (!/^application\/([\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? ''))
      return { ok: false, failure: { kind: 'invalid' } }
    try {
      return { ok: true, data: { text, json: JSON.parse(text), url: url.href }, headers }
    } catch {
      return { ok: false, failure: { kind: 'invalid' } }
    }
  }

  async #send(
    method: 'GET' | 'HEAD',
    account: Account,
    url: URL,
    { signal, ifNoneMatch }: ReadOptions,
  ): Promise<DinteroResult<TransportAnswer>> {
    const condition: Record<string, string> = ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }
    // A token may be revoked before its end: the second try has a new one, and a second refusal stands.
    for (let lastTry = false; ; lastTry = true) {
      const token = await this.#tokens.get(account)
      if (!token.ok) return token
      let answer: TransportAnswer
      try {
        answer = await send(url, {
          method,
          headers: { accept: 'application/json', authorization: `Bearer ${token.token}`, ...condition },
          timeoutMs: this.#timeoutMs,
          signal,
        })
      } catch (error) {
        if (!(error instanceof TransportError)) throw error
        const broken = error.reason === 'cut-off' || error.reason === 'too-large'
        return { ok: false, failure: { kind: broken ? 'invalid' : 'unavailable' } }
      }
      const failure = failureOfStatus(answer.status, answer.headers)
      if (!failure) return { ok: true, data: answer, headers: answer.headers }
      if (failure.kind !== 'unauthorized') return { ok: false, failure }
      this.#tokens.drop(account, token.token)
      if (lastTry) return { ok: false, failure }
    }
  }
}

let client: DinteroClient | undefined

/** The one client of this process, on the configured upstream. */
export function dintero(): DinteroClient {
  client ??= new DinteroClient({ baseUrl: env().upstream.baseUrl, timeoutMs: env().upstreamTimeoutMs })
  return client
}
