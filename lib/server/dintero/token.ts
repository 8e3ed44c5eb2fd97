import 'server-only'
import { z } from 'zod'
import { type DinteroFailure, failureOfStatus } from '@/lib/server/dintero/failure'
import { failureOfTransport, send, TransportError } from '@/lib/server/dintero/transport'
import type { Account } from '@/lib/server/env'
import type { CallTimes } from '@/lib/server/upstream-settings'

export type TokenResult = { ok: true; token: string } | { ok: false; failure: DinteroFailure }

const answerSchema = z.object({
  access_token: z.string().regex(/^[\w.~+/=-]+$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive(),
})

/** A kept token is replaced this long before its end, or at half of a life that is shorter than twice that. */
const renewBeforeEndMs = 60_000

type Kept = { token: string; until: number }

/**
 * The access tokens of the accounts, by client credentials (RFC 6749, section 4.4; contract, "Access token"). A token is
 * kept until it is about to end, and an account has at most one request for one under way.
 */
export class DinteroTokens {
  readonly #baseUrl: string
  readonly #times: CallTimes
  readonly #now: () => number
  readonly #kept = new Map<string, Kept>()
  readonly #underWay = new Map<string, Promise<TokenResult>>()

  constructor(options: { baseUrl: string; times: CallTimes; now?: () => number }) {
    this.#baseUrl = options.baseUrl
    this.#times = options.times
    this.#now = options.now ?? Date.now
  }

  /** A token that holds for a while, or why there is none. A caller who leaves does not end a request that others share. */
  get(account: Account): Promise<TokenResult> {
    const kept = this.#kept.get(account.id)
    if (kept && this.#now() < kept.until) return Promise.resolve({ ok: true, token: kept.token })
    const underWay = this.#underWay.get(account.id)
    if (underWay) return underWay
    const request = this.#request(account).finally(() => this.#underWay.delete(account.id))
    this.#underWay.set(account.id, request)
    return request
  }

  /** Drops a token that the API refused, unless it was replaced meanwhile. */
  drop(account: Account, token: string): void {
    if (this.#kept.get(account.id)?.token === token) this.#kept.delete(account.id)
  }

  async #request(account: Account): Promise<TokenResult> {
    const asked = this.#now()
    const credentials = Buffer.from(`${account.client_id}:${account.client_secret}`).toString('base64')
    try {
      const answer = await send(new URL(`${this.#baseUrl}/accounts/${account.id}/auth/token`), {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          authorization: `Basic ${credentials}`,
        },
        // The audience is Dintero's name of the account, whatever host in between answers.
        body: JSON.stringify({
          grant_type: 'client_credentials',
          audience: `https://api.dintero.com/v1/accounts/${account.id}`,
        }),
        ...this.#times,
      })
      const failure = failureOfStatus(answer.status, answer.headers)
      // Whatever the token call refuses (400, 401, 403, 404), it is our credentials that it refuses.
      if (failure) {
        const refused =
          answer.status >= 400 &&
          answer.status < 500 &&
          failure.kind !== 'rate_limited' &&
          failure.kind !== 'unavailable'
        return { ok: false, failure: refused ? { kind: 'unauthorized' } : failure }
      }
      const { access_token: token, expires_in } = answerSchema.parse(JSON.parse(answer.text))
      const lifeMs = expires_in * 1000
      this.#kept.set(account.id, { token, until: asked + lifeMs - Math.min(renewBeforeEndMs, lifeMs / 2) })
      return { ok: true, token }
    } catch (error) {
      if (error instanceof TransportError) return { ok: false, failure: failureOfTransport(error) }
      if (error instanceof z.ZodError || error instanceof SyntaxError)
        return { ok: false, failure: { kind: 'invalid' } }
      throw error
    }
  }
}
