import 'server-only'

/** A call was not sent because the queue has no room for it. */
export class QueueFull extends Error {}
/** A call was not sent because its turn did not come in time. */
export class QueueTimeout extends Error {}

type Waiting = { start: () => void; refuse: (reason: unknown) => void }

/**
 * Limits how many calls run at once and how many wait, and is fair between people: they take turns, and when the queue is
 * full, the person with the most waiting calls loses the latest of them. (cockatiel's bulkhead and similar queues are first
 * come, first served: a hundred calls of one person would delay the single call of another.)
 */
export class FairQueue {
  readonly #inFlight: () => number
  readonly #maxWaiting: number
  #running = 0
  #count = 0
  /** By person, in the order of their turns. */
  readonly #waiting = new Map<string, Waiting[]>()

  /** `inFlight` is read at each turn, and is 1 at least. */
  constructor(inFlight: () => number, maxWaiting: number) {
    this.#inFlight = inFlight
    this.#maxWaiting = maxWaiting
  }

  /** How many calls wait for their turn. */
  get waiting(): number {
    return this.#count
  }

  /** Whether nothing runs and nothing waits. */
  get isEmpty(): boolean {
    return this.#running === 0 && this.#count === 0
  }

  /**
   * Waits for a turn. The caller must call `release` afterwards. Throws `QueueFull`, `QueueTimeout`, or the signal's reason.
   */
  acquire(person: string, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    // There is room for those who wait already where the limit has risen.
    this.#startWaiting()
    if (this.#running < this.#inFlight()) {
      this.#running++
      return Promise.resolve()
    }
    if (this.#count >= this.#maxWaiting && !this.#makeRoomFor(person)) return Promise.reject(new QueueFull())
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        finish()
      }
      const waiting: Waiting = {
        start: () => settle(resolve),
        refuse: (reason) => settle(() => reject(reason)),
      }
      const giveUp = (reason: unknown) => {
        this.#remove(person, waiting)
        waiting.refuse(reason)
      }
      const onAbort = () => giveUp(signal?.reason)
      const timer = setTimeout(() => giveUp(new QueueTimeout()), timeoutMs)
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#waiting.set(person, [...(this.#waiting.get(person) ?? []), waiting])
      this.#count++
    })
  }

  /** Ends a turn and starts the first call of the next person. */
  release(): void {
    this.#running--
    this.#startWaiting()
  }

  #startWaiting(): void {
    for (const [person, [first, ...rest]] of this.#waiting) {
      if (this.#running >= this.#inFlight()) return
      // Deleting and setting the key moves this person behind the others, to whom the loop comes first.
      this.#waiting.delete(person)
      if (rest.length > 0) this.#waiting.set(person, rest)
      this.#count--
      this.#running++
      first?.start()
    }
  }

  #remove(person: string, removed: Waiting): void {
    const rest = (this.#waiting.get(person) ?? []).filter((one) => one !== removed)
    if (rest.length > 0) this.#waiting.set(person, rest)
    else this.#waiting.delete(person)
    this.#count--
  }

  /** Refuses the latest call of the person with the most waiting calls, if that is more than this person would have. */
  #makeRoomFor(person: string): boolean {
    const [busiest, calls] = [...this.#waiting].reduce<[string, Waiting[]]>(
      (longest, one) => (one[1].length > longest[1].length ? one : longest),
      ['', []],
    )
    const latest = calls.at(-1)
    if (!latest || calls.length <= (this.#waiting.get(person)?.length ?? 0) + 1) return false
    this.#remove(busiest, latest)
    latest.refuse(new QueueFull())
    return true
  }
}
