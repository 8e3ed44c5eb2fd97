import 'server-only'

/** The parts of which a window is made: how exactly it moves. */
const parts = 30

type Part = { at: number; all: number; some: number }

/** Counts two numbers over the last `windowMs`: of all, and of some of them. Adding is cheap, since each call does it. */
export class RecentCounts {
  readonly #partMs: number
  readonly #now: () => number
  readonly #parts: Part[] = Array.from({ length: parts }, () => ({ at: Number.NEGATIVE_INFINITY, all: 0, some: 0 }))

  constructor(windowMs: number, now: () => number = performance.now.bind(performance)) {
    this.#partMs = windowMs / parts
    this.#now = now
  }

  add(all: number, some: number): void {
    const at = Math.floor(this.#now() / this.#partMs)
    const part = this.#parts[at % parts]
    if (!part) return
    if (part.at !== at) Object.assign(part, { at, all: 0, some: 0 })
    part.all += all
    part.some += some
  }

  get(): { all: number; some: number } {
    const now = Math.floor(this.#now() / this.#partMs)
    const recent = this.#parts.filter(({ at }) => at > now - parts && at <= now)
    return {
      all: recent.reduce((sum, part) => sum + part.all, 0),
      some: recent.reduce((sum, part) => sum + part.some, 0),
    }
  }

  clear(): void {
    for (const part of this.#parts) part.at = Number.NEGATIVE_INFINITY
  }
}
