import 'server-only'
import { CircuitState, circuitBreaker, Event, handleWhenResult, type IBreaker } from 'cockatiel'
import { type DinteroFailure, type DinteroResult, mayPass } from '@/lib/server/upstream/failure'
import { FairQueue, QueueFull, WaitedTooLong } from '@/lib/server/upstream/policies/fair-queue'
import { RecentCounts } from '@/lib/server/upstream/policies/recent-counts'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'
import { within } from '@/lib/server/upstream/within'

type GateSettings = Pick<UpstreamSettings, 'inFlight' | 'queue' | 'breakerCalls' | 'breakerWindowMs' | 'breakerOpenMs'>

/** Who asks, until when an answer is of use (by `performance.now()`), and the signal of a reader who may leave. */
export type Visit = { person: string; deadlineAt: number; signal?: AbortSignal }

/** cockatiel's own sampling breaker opens above half and not at it, and its window lasts as long as calls are rare. */
class HalfOfRecent implements IBreaker {
  readonly state = undefined
  readonly #recent: RecentCounts
  readonly #least: number

  constructor({ breakerCalls, breakerWindowMs }: GateSettings) {
    this.#recent = new RecentCounts(breakerWindowMs)
    this.#least = breakerCalls
  }

  success(state: CircuitState): void {
    if (state === CircuitState.HalfOpen) this.#recent.clear()
    this.#recent.add(1, 0)
  }

  failure(): boolean {
    this.#recent.add(1, 1)
    const { all, some: failed } = this.#recent.get()
    return all >= this.#least && failed * 2 >= all
  }
}

/** cockatiel gives what `send` gave, as unknown. */
function hasFailedOnTheWay(given: unknown): boolean {
  const result = given as DinteroResult<unknown>
  return !result.ok && mayPass(result.failure)
}

/** A call was not sent. */
class HeldBack extends Error {}

/** What is not sent for want of a place may be tried soon: places come free with every answer. */
const fullQueueSeconds = 1

/**
 * The way to one account of Dintero. It lets through so many calls at once, in turn between people, and none while the
 * breaker is open: then one call finds out whether Dintero is back, and the others wait a moment for what it says.
 */
export class Gate {
  readonly #queue: FairQueue
  readonly #openMs: number
  readonly #breaker
  #nextTryAt = 0

  constructor(settings: GateSettings) {
    this.#queue = new FairQueue(settings.inFlight, settings.queue)
    this.#openMs = settings.breakerOpenMs
    this.#breaker = circuitBreaker(handleWhenResult(hasFailedOnTheWay), {
      // When it may half-open is decided here: cockatiel asks the wall clock, which may be set back.
      halfOpenAfter: Number.NEGATIVE_INFINITY,
      breaker: new HalfOfRecent(settings),
    })
    this.#breaker.onBreak(() => {
      this.#nextTryAt = performance.now() + this.#openMs
    })
  }

  get isOpen(): boolean {
    return !this.#is(CircuitState.Closed)
  }

  /** How many calls wait for their turn. */
  get waiting(): number {
    return this.#queue.waiting
  }

  /** Sends a call once it may be sent; `held_back` where it may not. Throws the signal's reason where the reader has left. */
  async pass<T>(visit: Visit, send: (signal?: AbortSignal) => Promise<DinteroResult<T>>): Promise<DinteroResult<T>> {
    try {
      if (this.#is(CircuitState.HalfOpen)) await this.#hearOfTheFirst(visit)
      if (this.#is(CircuitState.Open)) return await this.#findOut(send)
      return await this.#breaker.execute(() => this.#inTurn(visit, send))
    } catch (error) {
      const failure = this.#toFailure(error)
      if (!failure) throw error
      return { ok: false, failure }
    }
  }

  #is(state: CircuitState): boolean {
    return this.#breaker.state === state
  }

  /** The call that finds out does not end when its reader leaves: that would say nothing of Dintero. */
  async #findOut<T>(send: () => Promise<DinteroResult<T>>): Promise<DinteroResult<T>> {
    if (performance.now() < this.#nextTryAt) throw new HeldBack()
    return this.#breaker.execute(() => send())
  }

  async #hearOfTheFirst({ deadlineAt, signal }: Visit): Promise<void> {
    const mostMs = Math.min(this.#openMs, deadlineAt - performance.now())
    await within(Event.toPromise(this.#breaker.onStateChange), mostMs, signal)
    if (!this.#is(CircuitState.Closed)) throw new HeldBack()
  }

  async #inTurn<T>(
    { person, deadlineAt, signal }: Visit,
    send: (signal?: AbortSignal) => Promise<DinteroResult<T>>,
  ): Promise<DinteroResult<T>> {
    await this.#queue.enter(person, deadlineAt - performance.now(), signal)
    try {
      // It may have opened while this call waited.
      if (!this.#is(CircuitState.Closed)) throw new HeldBack()
      return await send(signal)
    } finally {
      this.#queue.leave()
    }
  }

  #toFailure(error: unknown): DinteroFailure | null {
    if (error instanceof QueueFull || error instanceof WaitedTooLong)
      return { kind: 'held_back', retryAfterSeconds: fullQueueSeconds }
    if (!(error instanceof HeldBack)) return null
    const waitMs = Math.max(0, this.#nextTryAt - performance.now())
    return { kind: 'held_back', retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }
  }
}
