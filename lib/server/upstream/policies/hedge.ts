import 'server-only'
import { type DinteroResult, isTransient } from '@/lib/server/upstream/failure'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'

type Waiting = { sentAt: number; sendCopy: () => void }

/** Takes one more call from the budget, if there is one left. */
type TakeRetry = () => boolean

/**
 * Sends a second copy of a call whose answer seems lost, and takes the answer that comes first ("hedged requests": Dean and
 * Barroso, The Tail at Scale, CACM 56:2, 2013). Without it, a call to an upstream that hung would notice only at its time
 * limit that the upstream is back. One instance serves all calls of one account.
 *
 * It stays because people notice it: when an upstream that hung for 10 s is back, the last of 50 people with a new request
 * has an answer after 1.7 s instead of 3.7 s, and the last one who was waiting after 1.4 s instead of 3.8 s
 * (`npm run bench -- trouble`, goal 2 s).
 *
 * When the upstream is merely slow, not every call is sent twice: a call is sent again if one that was sent later has been
 * answered; apart from that, one call at a time tests whether anything is answered.
 */
export class Hedge {
  readonly #waiting = new Set<Waiting>()
  readonly #hedgeMs: number
  readonly #takeRetry: TakeRetry
  #timer: NodeJS.Timeout | null = null
  /** When the latest sent of all answered calls was sent. */
  #latestAnsweredSentAt = Number.NEGATIVE_INFINITY
  #testedAt = Number.NEGATIVE_INFINITY

  constructor({ hedgeMs }: Pick<UpstreamSettings, 'hedgeMs'>, takeRetry: TakeRetry) {
    this.#hedgeMs = hedgeMs
    this.#takeRetry = takeRetry
  }

  /** Sends a call, and copies of it when its answer seems lost. Rejects with the signal's reason when the caller cancels. */
  run<T>(send: (signal: AbortSignal) => Promise<DinteroResult<T>>, signal?: AbortSignal): Promise<DinteroResult<T>> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const copies = new AbortController()
      const onAbort = () => copies.abort(signal?.reason)
      let sent = 0
      const finish = () => {
        this.#waiting.delete(call)
        signal?.removeEventListener('abort', onAbort)
        if (sent > 1) copies.abort()
      }
      const call: Waiting = {
        sentAt: 0,
        sendCopy: () => {
          sent++
          const sentAt = performance.now()
          call.sentAt = sentAt
          send(copies.signal).then(
            (result) => {
              if (result.ok || !isTransient(result.failure))
                this.#latestAnsweredSentAt = Math.max(this.#latestAnsweredSentAt, sentAt)
              finish()
              resolve(result)
            },
            (thrown: unknown) => {
              finish()
              reject(thrown)
            },
          )
        },
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#waiting.add(call)
      this.#timer ??= setInterval(() => this.#checkWaiting(), this.#hedgeMs / 6).unref()
      call.sendCopy()
    })
  }

  #checkWaiting(): void {
    const now = performance.now()
    for (const call of this.#waiting) {
      if (now - call.sentAt < this.#hedgeMs) continue
      const isOvertaken = call.sentAt < this.#latestAnsweredSentAt
      if (!isOvertaken && now - this.#testedAt < (this.#hedgeMs * 2) / 3) continue
      if (!this.#takeRetry()) return
      if (!isOvertaken) this.#testedAt = now
      call.sendCopy()
    }
    if (this.#waiting.size > 0 || this.#timer === null) return
    clearInterval(this.#timer)
    this.#timer = null
  }
}
