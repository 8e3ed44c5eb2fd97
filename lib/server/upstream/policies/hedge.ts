import 'server-only'
import { type DinteroResult, mayPass } from '@/lib/server/upstream/failure'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'

type Waiting = { sentAt: number; sendAgain: () => void }

/** Takes one more call, if there is one left. */
type Take = () => boolean

/**
 * Sends calls of one account again beside themselves, where their answers seem lost, and takes the answer that comes first
 * ("hedged requests": Dean and Barroso, The Tail at Scale, CACM 56:2, 2013). Without it whoever asked of an upstream that
 * hangs learns only at the end of the time limit that it is back.
 *
 * What is merely slow is not asked twice by everybody: a call goes again where one that was sent later has been answered,
 * and beyond that one call at a time finds out whether anything is answered.
 */
export class Hedge {
  readonly #waiting = new Set<Waiting>()
  readonly #hedgeMs: number
  readonly #take: Take
  #timer: NodeJS.Timeout | null = null
  /** When the call was sent that was sent last of all that were answered. */
  #answeredSentAt = Number.NEGATIVE_INFINITY
  #foundOutAt = Number.NEGATIVE_INFINITY

  constructor({ hedgeMs }: Pick<UpstreamSettings, 'hedgeMs'>, take: Take) {
    this.#hedgeMs = hedgeMs
    this.#take = take
  }

  /** Sends a call, and again where that may help. Rejects with the signal's reason where the reader has left. */
  run<T>(send: (signal: AbortSignal) => Promise<DinteroResult<T>>, signal?: AbortSignal): Promise<DinteroResult<T>> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const rest = new AbortController()
      const leave = () => rest.abort(signal?.reason)
      let sent = 0
      const finish = () => {
        this.#waiting.delete(call)
        signal?.removeEventListener('abort', leave)
        if (sent > 1) rest.abort()
      }
      const call: Waiting = {
        sentAt: 0,
        sendAgain: () => {
          sent++
          const sentAt = performance.now()
          call.sentAt = sentAt
          send(rest.signal).then(
            (result) => {
              if (result.ok || !mayPass(result.failure)) this.#answeredSentAt = Math.max(this.#answeredSentAt, sentAt)
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
      signal?.addEventListener('abort', leave, { once: true })
      this.#waiting.add(call)
      this.#timer ??= setInterval(() => this.#look(), this.#hedgeMs / 6).unref()
      call.sendAgain()
    })
  }

  #look(): void {
    const now = performance.now()
    for (const call of this.#waiting) {
      if (now - call.sentAt < this.#hedgeMs) continue
      const isOvertaken = call.sentAt < this.#answeredSentAt
      if (!isOvertaken && now - this.#foundOutAt < (this.#hedgeMs * 2) / 3) continue
      if (!this.#take()) return
      if (!isOvertaken) this.#foundOutAt = now
      call.sendAgain()
    }
    if (this.#waiting.size > 0 || this.#timer === null) return
    clearInterval(this.#timer)
    this.#timer = null
  }
}
