import 'server-only'
import { CircuitState, circuitBreaker, Event, handleWhenResult, type IBreaker } from 'cockatiel'
import { type FairQueue, QueueFull, QueueTimeout } from '@/lib/server/fair-queue'
import { type DinteroFailure, type DinteroResult, isTransient } from '@/lib/server/upstream/failure'
import { RecentCounts } from '@/lib/server/upstream/policies/recent-counts'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'
import { withTimeout } from '@/lib/server/upstream/with-timeout'

type BreakerSettings = Pick<UpstreamSettings, 'breakerCalls' | 'breakerWindowMs' | 'breakerOpenMs'>

/** The person who waits for the call, its deadline by `performance.now()`, and the signal that cancels it. */
export type QueuedCall = { person: string; deadlineAt: number; signal?: AbortSignal }

/**
 * Opens the breaker when at least half of the recent calls failed. cockatiel's own sampling breaker opens only above half,
 * and its window grows when calls are rare.
 */
class FailureRateBreaker implements IBreaker {
  readonly state = undefined
  readonly #recent: RecentCounts
  readonly #minimumCalls: number

  constructor({ breakerCalls, breakerWindowMs }: BreakerSettings) {
    this.#recent = new RecentCounts(breakerWindowMs)
    this.#minimumCalls = breakerCalls
  }

  success(state: CircuitState): void {
    if (state === CircuitState.HalfOpen) this.#recent.clear()
    this.#recent.add(1, 0)
  }

  failure(): boolean {
    this.#recent.add(1, 1)
    const { all, some: failed } = this.#recent.get()
    return all >= this.#minimumCalls && failed * 2 >= all
  }
}

/** cockatiel passes the result of `send` as unknown. */
function isFailedResult(given: unknown): boolean {
  const result = given as DinteroResult<unknown>
  return !result.ok && isTransient(result.failure)
}

/** A call was not sent because the breaker is open. */
class BreakerOpen extends Error {}

/** How soon a call that found the queue full may be tried again: a turn ends with every answer. */
const queueRetrySeconds = 1

/**
 * The circuit breaker of one account of Dintero. While it is closed, calls go through the account's queue. While it is open,
 * no call is sent. After a while the next call becomes the half-open probe, which is sent at once; the other calls wait a
 * moment for its result.
 */
export class CircuitBreaker {
  readonly #queue: FairQueue
  readonly #openMs: number
  readonly #breaker
  #nextProbeAt = 0

  constructor(settings: BreakerSettings, queue: FairQueue) {
    this.#queue = queue
    this.#openMs = settings.breakerOpenMs
    this.#breaker = circuitBreaker(handleWhenResult(isFailedResult), {
      // This class decides when the probe is due: cockatiel uses the wall clock, which may be set back.
      halfOpenAfter: Number.NEGATIVE_INFINITY,
      breaker: new FailureRateBreaker(settings),
    })
    this.#breaker.onBreak(() => {
      this.#nextProbeAt = performance.now() + this.#openMs
    })
  }

  get isOpen(): boolean {
    return !this.#is(CircuitState.Closed)
  }

  /** Sends a call when it may be sent, and fails with `held_back` if it may not. Throws the signal's reason on cancelling. */
  async run<T>(call: QueuedCall, send: (signal?: AbortSignal) => Promise<DinteroResult<T>>): Promise<DinteroResult<T>> {
    try {
      if (this.#is(CircuitState.HalfOpen)) await this.#waitForProbe(call)
      if (this.#is(CircuitState.Open)) return await this.#probe(send)
      return await this.#breaker.execute(() => this.#sendQueued(call, send))
    } catch (error) {
      const failure = this.#toFailure(error)
      if (!failure) throw error
      return { ok: false, failure }
    }
  }

  #is(state: CircuitState): boolean {
    return this.#breaker.state === state
  }

  /** The probe gets no signal: a cancelled probe would show nothing about Dintero. */
  async #probe<T>(send: () => Promise<DinteroResult<T>>): Promise<DinteroResult<T>> {
    if (performance.now() < this.#nextProbeAt) throw new BreakerOpen()
    return this.#breaker.execute(() => send())
  }

  async #waitForProbe({ deadlineAt, signal }: QueuedCall): Promise<void> {
    const timeoutMs = Math.min(this.#openMs, deadlineAt - performance.now())
    await withTimeout(Event.toPromise(this.#breaker.onStateChange), timeoutMs, signal)
    if (!this.#is(CircuitState.Closed)) throw new BreakerOpen()
  }

  async #sendQueued<T>(
    { person, deadlineAt, signal }: QueuedCall,
    send: (signal?: AbortSignal) => Promise<DinteroResult<T>>,
  ): Promise<DinteroResult<T>> {
    await this.#queue.acquire(person, deadlineAt - performance.now(), signal)
    try {
      // The breaker may have opened while this call waited.
      if (!this.#is(CircuitState.Closed)) throw new BreakerOpen()
      return await send(signal)
    } finally {
      this.#queue.release()
    }
  }

  #toFailure(error: unknown): DinteroFailure | null {
    if (error instanceof QueueFull || error instanceof QueueTimeout)
      return { kind: 'held_back', retryAfterSeconds: queueRetrySeconds }
    if (!(error instanceof BreakerOpen)) return null
    const waitMs = Math.max(0, this.#nextProbeAt - performance.now())
    return { kind: 'held_back', retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }
  }
}
