import { Random } from '../generate/random'

export const faultKinds = [
  'status',
  'delay',
  'slow-body',
  'reset',
  'reset-body',
  'truncated',
  'html',
  'content-type',
  'endless',
  'broken-customer',
  'bad-total',
  'repeat-page',
  'short-page',
  'token-expired',
  'token-down',
  'clock',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** One fault as it is asked for. Without `times` and `rate` it strikes each request that matches, until it is cleared. */
export type Fault = {
  /** Part of the path with its query, as it arrives; '' is every request. */
  match: string
  kind: FaultKind
  times?: number
  rate?: number
  /** `status`: 500 unless given. */
  status?: number
  headers?: { [name: string]: string }
  /** `delay`: how long to wait. `slow-body`: how long the body takes. `clock`: how far the clock is ahead. */
  ms?: number
  /** `content-type`, `bad-total`: what to send. */
  value?: string
  /** `broken-customer`: what is put into the customer in the middle of the page. */
  patch?: { [name: string]: unknown }
}

/** Holds the faults that are set and tells which of them strike a request. */
export function faultBoard() {
  let active: { fault: Fault; left: number }[] = []
  let random = new Random('faults')
  return {
    /** Replaces all faults. What is left to chance starts anew, so that a test repeats. */
    set(faults: Fault[]): void {
      random = new Random('faults')
      active = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }))
    },
    list: (): Fault[] => active.filter(({ left }) => left > 0).map(({ fault }) => fault),
    /** The faults that strike this request, in the order in which they were set; each counts as used. */
    strike(url: string): Fault[] {
      const isTokenCall = /\/auth\/token(\?|$)/.test(url)
      return active
        .filter((entry) => {
          const { fault } = entry
          if (entry.left < 1 || fault.kind === 'clock' || !url.includes(fault.match)) return false
          if (fault.kind === 'token-down' && !isTokenCall) return false
          if (fault.kind === 'token-expired' && isTokenCall) return false
          if (fault.rate !== undefined && !random.chance(fault.rate)) return false
          entry.left--
          return true
        })
        .map(({ fault }) => fault)
    },
    /** How far the sandbox's clock is ahead, in milliseconds. */
    clockOffsetMs: (): number =>
      active.reduce((sum, { fault }) => sum + (fault.kind === 'clock' ? (fault.ms ?? 0) : 0), 0),
  }
}

export type FaultBoard = ReturnType<typeof faultBoard>
