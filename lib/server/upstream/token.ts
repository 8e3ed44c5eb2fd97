import 'server-only'
import type { Account } from '@/lib/server/env-schema'
import { log } from '@/lib/server/log'
import type { DinteroFailure } from '@/lib/server/upstream/failure'
import { fetchToken } from '@/lib/server/upstream/fetch-token'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'

export type TokenResult = { ok: true; token: string } | { ok: false; failure: DinteroFailure }

type StoredToken = {
  token: string
  requestedAt: number
  renewAt: number
  expiresAt: number
  /** Requested because the token before it was refused. */
  isReplacement: boolean
}

type State = {
  stored?: StoredToken
  pending?: Promise<TokenResult>
  isReplacing: boolean
  nextRequestAt: number
  isRefused: boolean
}

/** A token is used until this long before it expires, or a tenth of its life: the call itself takes time. */
const maxMarginMs = 10_000

const refused: TokenResult = { ok: false, failure: { kind: 'unauthorized' } }

/**
 * The access tokens of the accounts. A token is renewed at half of its life, as Dintero's own client does (contract,
 * "Access token"), in the background: a token service that is down matters only when the stored token has expired. An
 * account has at most one pending token request. After a failed one it waits before the next, except that an account
 * without a token requests one at once, unless its credentials were refused.
 *
 * Times are measured from our own request by a monotonic clock, so no wall clock needs to be right.
 */
export class DinteroTokens {
  readonly #baseUrl: string
  readonly #settings: UpstreamSettings
  readonly #now: () => number
  readonly #states = new Map<string, State>()

  constructor(options: { baseUrl: string; settings: UpstreamSettings; now?: () => number }) {
    this.#baseUrl = options.baseUrl
    this.#settings = options.settings
    this.#now = options.now ?? (() => performance.now())
  }

  /** The stored token, if it has not expired. */
  stored(account: Account): string | null {
    const state = this.#stateOf(account)
    const now = this.#now()
    if (!state.stored || now >= state.stored.expiresAt) return null
    if (now >= state.stored.renewAt && now >= state.nextRequestAt) void this.#request(account, state)
    return state.stored.token
  }

  /** How long ago the stored token was requested; null if there is none or it has expired. */
  ageMs(account: Account): number | null {
    const { stored } = this.#stateOf(account)
    const now = this.#now()
    return stored && now < stored.expiresAt ? now - stored.requestedAt : null
  }

  /** A token that is valid for a while, or why there is none. Callers share one request, which none of them cancels. */
  async get(account: Account): Promise<TokenResult> {
    const token = this.stored(account)
    if (token !== null) return { ok: true, token }
    const state = this.#stateOf(account)
    if (state.isRefused && this.#now() < state.nextRequestAt) return refused
    return this.#request(account, state)
  }

  /**
   * Replaces a token that the API refused. All callers with the same token share the replacement. If a replacement is
   * refused just after it was requested, no further token is requested.
   */
  replace(account: Account, token: string): Promise<TokenResult> {
    const state = this.#stateOf(account)
    if (state.stored?.token === token) {
      const isYoung = this.#now() < state.stored.requestedAt + this.#settings.tokenHoldMs
      if (state.stored.isReplacement && isYoung) return Promise.resolve(refused)
      state.stored = undefined
      state.isReplacing = true
    }
    return this.get(account)
  }

  #stateOf({ id }: Account): State {
    const state = this.#states.get(id) ?? { isReplacing: false, nextRequestAt: 0, isRefused: false }
    this.#states.set(id, state)
    return state
  }

  #request(account: Account, state: State): Promise<TokenResult> {
    state.pending ??= this.#fetch(account, state).finally(() => {
      state.pending = undefined
    })
    return state.pending
  }

  async #fetch(account: Account, state: State): Promise<TokenResult> {
    const requestedAt = this.#now()
    const result = await fetchToken(this.#baseUrl, account, this.#settings)
    state.isRefused = !result.ok && result.failure.kind === 'unauthorized'
    if (state.isRefused) log('error', 'Dintero refuses the client id and secret of an account', { account: account.id })
    if (!result.ok) {
      state.nextRequestAt = this.#now() + this.#settings.tokenHoldMs
      return result
    }
    const { token, lifeMs } = result
    const expiresAt = requestedAt + lifeMs - Math.min(maxMarginMs, lifeMs / 10)
    state.stored = {
      token,
      requestedAt,
      renewAt: requestedAt + lifeMs / 2,
      expiresAt,
      isReplacement: state.isReplacing,
    }
    state.isReplacing = false
    return { ok: true, token }
  }
}
