import 'server-only'
import type { Account } from '@/lib/server/env-schema'
import { log } from '@/lib/server/log'
import type { DinteroFailure } from '@/lib/server/upstream/failure'
import { askToken } from '@/lib/server/upstream/fetch-token'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'

export type TokenResult = { ok: true; token: string } | { ok: false; failure: DinteroFailure }

type Kept = {
  token: string
  askedAt: number
  renewAt: number
  endsAt: number
  /** Asked for since the one before was refused. */
  isReplacement: boolean
}

type State = {
  kept?: Kept
  underWay?: Promise<TokenResult>
  isReplacing: boolean
  waitUntil: number
  isRefused: boolean
}

/** A token is given out until this long before its end, or a tenth of its life: calls take their time. */
const longestMarginMs = 10_000

const refused: TokenResult = { ok: false, failure: { kind: 'unauthorized' } }

/**
 * The access tokens of the accounts. A token is renewed at half of its life, as Dintero's own client does (contract,
 * "Access token"), by the way and not before an answer: a token service that is down matters once the kept one has ended.
 * An account has at most one request for a token under way, and after a failed one waits with the next; who has no token
 * asks at once, unless it was the credentials that were refused.
 *
 * Times are counted from our own request by a clock that nobody sets, so no clock needs to be right.
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

  /** The kept token, if it holds. */
  kept(account: Account): string | null {
    const state = this.#stateOf(account)
    const now = this.#now()
    if (!state.kept || now >= state.kept.endsAt) return null
    if (now >= state.kept.renewAt && now >= state.waitUntil) void this.#request(account, state)
    return state.kept.token
  }

  /** How long ago the kept token was asked for, while it holds. */
  ageMs(account: Account): number | null {
    const { kept } = this.#stateOf(account)
    const now = this.#now()
    return kept && now < kept.endsAt ? now - kept.askedAt : null
  }

  /** A token that holds for a while, or why there is none. A caller who leaves does not end a request that others share. */
  async get(account: Account): Promise<TokenResult> {
    const token = this.kept(account)
    if (token !== null) return { ok: true, token }
    const state = this.#stateOf(account)
    if (state.isRefused && this.#now() < state.waitUntil) return refused
    return this.#request(account, state)
  }

  /**
   * Another token in place of one that the API refused, for all who wait the same one. A token that is refused although it
   * was asked for just now is no reason to ask for one more.
   */
  replace(account: Account, token: string): Promise<TokenResult> {
    const state = this.#stateOf(account)
    if (state.kept?.token === token) {
      const isYoung = this.#now() < state.kept.askedAt + this.#settings.tokenHoldMs
      if (state.kept.isReplacement && isYoung) return Promise.resolve(refused)
      state.kept = undefined
      state.isReplacing = true
    }
    return this.get(account)
  }

  #stateOf({ id }: Account): State {
    const state = this.#states.get(id) ?? { isReplacing: false, waitUntil: 0, isRefused: false }
    this.#states.set(id, state)
    return state
  }

  #request(account: Account, state: State): Promise<TokenResult> {
    state.underWay ??= this.#ask(account, state).finally(() => {
      state.underWay = undefined
    })
    return state.underWay
  }

  async #ask(account: Account, state: State): Promise<TokenResult> {
    const askedAt = this.#now()
    const given = await askToken(this.#baseUrl, account, this.#settings)
    state.isRefused = !given.ok && given.failure.kind === 'unauthorized'
    if (state.isRefused) log('error', 'Dintero refuses the client id and secret of an account', { account: account.id })
    if (!given.ok) {
      state.waitUntil = this.#now() + this.#settings.tokenHoldMs
      return given
    }
    const { token, lifeMs } = given
    const endsAt = askedAt + lifeMs - Math.min(longestMarginMs, lifeMs / 10)
    state.kept = { token, askedAt, renewAt: askedAt + lifeMs / 2, endsAt, isReplacement: state.isReplacing }
    state.isReplacing = false
    return { ok: true, token }
  }
}
