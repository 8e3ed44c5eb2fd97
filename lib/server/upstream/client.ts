import 'server-only'
import type { z } from 'zod'
import { env } from '@/lib/server/env'
import type { Account } from '@/lib/server/env-schema'
import { FairQueue } from '@/lib/server/fair-queue'
import { metrics } from '@/lib/server/metrics'
import { processSingleton } from '@/lib/server/process-singleton'
import { parseExactly } from '@/lib/server/upstream/exact-json'
import {
  type AnswerHeaders,
  type DinteroFailure,
  type DinteroResult,
  failureOfStatus,
} from '@/lib/server/upstream/failure'
import { type Observed, observe } from '@/lib/server/upstream/observe'
import { CircuitBreaker } from '@/lib/server/upstream/policies/breaker'
import { Hedge } from '@/lib/server/upstream/policies/hedge'
import { retry } from '@/lib/server/upstream/policies/retry'
import { RetryBudget } from '@/lib/server/upstream/policies/retry-budget'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'
import { DinteroTokens, type TokenResult } from '@/lib/server/upstream/token'
import { failureOfTransport, send, type TransportAnswer, TransportError } from '@/lib/server/upstream/transport'
import { type Parameters, upstreamUrl } from '@/lib/server/upstream/upstream-url'
import { withTimeout } from '@/lib/server/upstream/with-timeout'

/** A GET request for any resource of an account. */
export type ResourceRequest = {
  /** The label of the endpoint in metrics and the log. */
  endpoint: string
  /** The scope that the endpoint needs. A `forbidden` failure names it. */
  scope: string
  /** The path below `/accounts/{aid}`, as unencoded segments: `['customers', 'users', customerId]`. */
  path: readonly string[]
  query?: Parameters
  /** The etag of an answer that the caller has. While it is still current, the call fails with `not_modified`. */
  ifNoneMatch?: string
  /** Cancels the call when its caller no longer needs it. */
  signal?: AbortSignal
}

/** A GET request whose answer is parsed by a schema. */
export type ParsedRequest<T> = ResourceRequest & { schema: z.ZodType<T> }

/** The text as it came, its JSON (a number that JavaScript cannot hold becomes a string of its digits), and the requested URL. */
export type ReadAnswer = { text: string; json: unknown; url: string }

/** The account and person that a call is made for. `request` is the request to this app that waits for the answer, if any. */
export type Caller = {
  account: Account
  viewer: { email: string }
  request?: { id: string; deadlineAt: number }
}

type Answered = DinteroResult<TransportAnswer>
type Call = { url: URL; endpoint: string; scope: string; headers: Record<string, string> }
type Limits = { deadlineAt: number; signal?: AbortSignal; observed: Observed }

/** What limits and protects all calls of one account. */
type Policies = { queue: FairQueue; breaker: CircuitBreaker; hedge: Hedge }

const invalid: DinteroFailure = { kind: 'invalid' }
const isJson = (headers: AnswerHeaders) => /^application\/([\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? '')

const headersOf = ({ ifNoneMatch }: ResourceRequest) => ({
  accept: 'application/json',
  ...(ifNoneMatch !== undefined && { 'if-none-match': ifNoneMatch }),
})

function failureOf({ status, headers }: TransportAnswer, { scope }: Call): DinteroFailure | null {
  const failure = failureOfStatus(status, headers)
  if (failure?.kind === 'forbidden') return { kind: 'forbidden', scope }
  return failure ?? (isJson(headers) ? null : invalid)
}

/** Reads any resource of Dintero's. It sends `GET` only, so that nothing can be written through it. */
export class DinteroClient {
  readonly #baseUrl: string
  readonly #settings: UpstreamSettings
  readonly #tokens: DinteroTokens
  readonly #budget: RetryBudget
  readonly #policies = new Map<string, Policies>()

  constructor({ baseUrl, settings }: { baseUrl: string; settings: UpstreamSettings }) {
    this.#baseUrl = baseUrl
    this.#settings = settings
    this.#tokens = new DinteroTokens({ baseUrl, settings })
    this.#budget = new RetryBudget(settings)
  }

  /** Whether the account can get a token, for `/api/health/ready`. */
  async isReady(account: Account): Promise<boolean> {
    return (await this.#tokens.get(account)).ok
  }

  /** The state of an account's calls, for `/api/metrics`. */
  stateOf(account: Account): { isOpen: boolean; waiting: number; tokenAgeMs: number | null } {
    const { breaker, queue } = this.#policiesOf(account)
    return { isOpen: breaker.isOpen, waiting: queue.waiting, tokenAgeMs: this.#tokens.ageMs(account) }
  }

  /** Fetches a resource and parses it. Throws only the signal's reason, when the caller cancels. */
  async get<T>(caller: Caller, request: ParsedRequest<T>): Promise<DinteroResult<T>> {
    const answer = await this.read(caller, request)
    if (!answer.ok) return answer
    const parsed = request.schema.safeParse(answer.data.json)
    return parsed.success ? { ok: true, data: parsed.data, headers: answer.headers } : { ok: false, failure: invalid }
  }

  /** Fetches a resource as JSON of any shape, with its text and URL as they went over the wire. Throws as `get` does. */
  async read(caller: Caller, request: ResourceRequest): Promise<DinteroResult<ReadAnswer>> {
    const url = upstreamUrl(this.#baseUrl, caller.account.id, request)
    if (!url) return { ok: false, failure: { kind: 'not_found' } }
    const { endpoint, scope, signal } = request
    const answer = await this.#send(caller, { url, endpoint, scope, headers: headersOf(request) }, signal)
    if (!answer.ok) return answer
    const { text, headers } = answer.data
    try {
      return { ok: true, data: { text, json: parseExactly(text), url: url.href }, headers }
    } catch {
      return { ok: false, failure: invalid }
    }
  }

  /** Sends a call, with retries, until the deadline. */
  #send({ account, viewer, request }: Caller, call: Call, signal?: AbortSignal): Promise<Answered> {
    const { timeoutMs, maxAttempts, backoffMs } = this.#settings
    const deadlineAt = request?.deadlineAt ?? performance.now() + timeoutMs
    const observed = { account: account.id, endpoint: call.endpoint, requestId: request?.id }
    const { breaker, hedge } = this.#policiesOf(account)
    const sendAttempt = async (attempt: number) => {
      if (attempt > 1) metrics().retries.inc({ account: account.id })
      const answer = await breaker.run({ person: viewer.email, deadlineAt, signal }, (signal) =>
        hedge.run((signal) => this.#attempt(account, call, { deadlineAt, signal, observed }), signal),
      )
      if (!answer.ok && answer.failure.kind === 'held_back') metrics().notSent.inc({ account: account.id })
      return answer
    }
    return retry(sendAttempt, { maxAttempts, backoffMs, budget: this.#budget, deadlineAt, signal })
  }

  #policiesOf({ id }: Account): Policies {
    const known = this.#policies.get(id)
    if (known) return known
    const takeRetry = () => {
      const isTaken = this.#budget.takeRetry()
      if (isTaken) metrics().retries.inc({ account: id })
      return isTaken
    }
    const queue = new FairQueue(() => this.#settings.inFlight, this.#settings.queue)
    const breaker = new CircuitBreaker(this.#settings, queue)
    const policies = { queue, breaker, hedge: new Hedge(this.#settings, takeRetry) }
    this.#policies.set(id, policies)
    return policies
  }

  /** One attempt. A token may be revoked before it expires, so a refused one is replaced, but only once. */
  async #attempt(account: Account, call: Call, limits: Limits): Promise<Answered> {
    const stored = this.#tokens.stored(account)
    const first =
      stored === null
        ? await this.#withinLimits(limits, this.#tokens.get(account))
        : { ok: true as const, token: stored }
    if (!first.ok) return first
    const answer = await this.#sendOnce(call, first.token, limits)
    if (answer.ok || answer.failure.kind !== 'unauthorized') return answer
    const second = await this.#withinLimits(limits, this.#tokens.replace(account, first.token))
    return second.ok ? this.#sendOnce(call, second.token, limits) : second
  }

  async #withinLimits({ deadlineAt, signal }: Limits, token: Promise<TokenResult>): Promise<TokenResult> {
    const result = await withTimeout(token, deadlineAt - performance.now(), signal)
    return result ?? { ok: false, failure: { kind: 'unavailable' } }
  }

  async #sendOnce(call: Call, token: string, { deadlineAt, signal, observed }: Limits): Promise<Answered> {
    const startedAt = performance.now()
    try {
      const answer = await send(call.url, {
        method: 'GET',
        headers: { ...call.headers, authorization: `Bearer ${token}` },
        ...this.#settings,
        timeoutMs: deadlineAt - startedAt,
        signal,
      })
      const failure = failureOf(answer, call)
      observe(observed, startedAt, failure, answer.status)
      return failure ? { ok: false, failure } : { ok: true, data: answer, headers: answer.headers }
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      const failure = failureOfTransport(error)
      observe(observed, startedAt, failure)
      return { ok: false, failure }
    }
  }
}

/** The client of this process, for the configured upstream. */
export function dintero(): DinteroClient {
  return processSingleton(
    'dintero',
    () => new DinteroClient({ baseUrl: env().upstream.baseUrl, settings: env().upstreamSettings }),
  )
}
