import 'server-only'

/** There is no place left to wait. */
export class QueueFull extends Error {}
/** The turn did not come in time. */
export class WaitedTooLong extends Error {}

type Waiting = { go: () => void; refuse: (reason: unknown) => void }

/**
 * Bounds what runs at once and what waits for it, and is fair between people: they come round in turn, and where no place
 * is left, whoever has most calls waiting gives one up. (cockatiel's bulkhead and the queues known to us are first come,
 * first served: one person's hundred calls would stand before another's one.)
 */
export class FairQueue {
  readonly #places: number
  #free: number
  #count = 0
  /** By person, in the order in which their turns come. */
  readonly #waiting = new Map<string, Waiting[]>()

  constructor(inFlight: number, places: number) {
    this.#free = inFlight
    this.#places = places
  }

  get waiting(): number {
    return this.#count
  }

  /** Waits for a turn; whoever was given one calls `leave`. Throws `QueueFull`, `WaitedTooLong`, or the signal's reason. */
  enter(person: string, mostMs: number, signal?: AbortSignal): Promise<void> {
    if (this.#free > 0) {
      this.#free--
      return Promise.resolve()
    }
    if (this.#count >= this.#places && !this.#makePlaceFor(person)) return Promise.reject(new QueueFull())
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        end()
      }
      const waiting: Waiting = {
        go: () => settle(resolve),
        refuse: (reason) => settle(() => reject(reason)),
      }
      const giveUp = (reason: unknown) => {
        this.#remove(person, waiting)
        waiting.refuse(reason)
      }
      const onAbort = () => giveUp(signal?.reason)
      const timer = setTimeout(() => giveUp(new WaitedTooLong()), mostMs)
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#waiting.set(person, [...(this.#waiting.get(person) ?? []), waiting])
      this.#count++
    })
  }

  /** Gives the turn on: to the next person's first call. */
  leave(): void {
    for (const [person, [first, ...rest]] of this.#waiting) {
      this.#waiting.delete(person)
      if (rest.length > 0) this.#waiting.set(person, rest)
      this.#count--
      first?.go()
      return
    }
    this.#free++
  }

  #remove(person: string, gone: Waiting): void {
    const rest = (this.#waiting.get(person) ?? []).filter((one) => one !== gone)
    if (rest.length > 0) this.#waiting.set(person, rest)
    else this.#waiting.delete(person)
    this.#count--
  }

  /** Takes the latest call of whoever has most waiting, if that is more than this person would have. */
  #makePlaceFor(person: string): boolean {
    const [most, calls] = [...this.#waiting].reduce<[string, Waiting[]]>(
      (longest, one) => (one[1].length > longest[1].length ? one : longest),
      ['', []],
    )
    const latest = calls.at(-1)
    if (!latest || calls.length <= (this.#waiting.get(person)?.length ?? 0) + 1) return false
    this.#remove(most, latest)
    latest.refuse(new QueueFull())
    return true
  }
}
