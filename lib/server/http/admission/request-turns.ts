import 'server-only'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { FairQueue, QueueFull, QueueTimeout } from '@/lib/server/fair-queue'

/** How many requests of one caller are answered at once. A browser sends six to a host (HTTP/1.1). */
const atOnce = 8
const maxWaiting = 64
const maxWaitMs = 10_000

/**
 * How fast a caller may go on to send: 15 calls a second, which is more than hands do and than the limit of a minute
 * allows. Whoever sends faster has one request after the other answered for ten seconds, with a pause after each that is as
 * long as its answer took: half of the time is then left to others.
 */
const pace = new RateLimiterMemory({ points: 60, duration: 4, blockDuration: 10 })
const maxPauseMs = 1_000
/** A page costs the process about as much as four calls of the API. */
const costOf = { call: 1, page: 4 }

type Caller = { queue: FairQueue; isFast: boolean }
const callers = new Map<string, Caller>()

function createCaller(): Caller {
  const caller: Caller = { queue: new FairQueue(() => (caller.isFast ? 1 : atOnce), maxWaiting), isFast: false }
  return caller
}

/**
 * Waits until a request of this caller may be answered, so that nobody takes the process from others by many requests at
 * once. Returns what ends the turn, or null where it did not come: too many wait already, or it has waited for too long.
 * Throws the reason of the signal.
 */
export async function takeTurn(
  name: string,
  kind: keyof typeof costOf,
  signal: AbortSignal,
): Promise<(() => void) | null> {
  const isFast = await pace.consume(name, costOf[kind]).then(
    () => false,
    () => true,
  )
  signal.throwIfAborted()
  const caller = callers.get(name) ?? createCaller()
  callers.set(name, caller)
  caller.isFast = isFast
  const forget = () => {
    if (caller.queue.isEmpty) callers.delete(name)
  }
  try {
    await caller.queue.acquire(name, maxWaitMs, signal)
  } catch (thrown) {
    forget()
    if (thrown instanceof QueueFull || thrown instanceof QueueTimeout) return null
    throw thrown
  }
  const startedAt = performance.now()
  const end = () => {
    caller.queue.release()
    forget()
  }
  return () => {
    if (caller.isFast) setTimeout(end, Math.min(performance.now() - startedAt, maxPauseMs))
    else end()
  }
}
