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

/** One requested fault. Without `times` and `rate` it applies to every matching request until it is cleared. */
export type Fault = {
  /** A part of the raw path with its query. '' matches every request. */
  match: string
  kind: FaultKind
  times?: number
  rate?: number
  /** `status`: default 500. */
  status?: number
  headers?: { [name: string]: string }
  /** `delay`: the delay. `slow-body`: the duration of the body. `clock`: how far the clock is ahead. */
  ms?: number
  /** `content-type`, `bad-total`: the value of the header. */
  value?: string
  /** `broken-customer`: properties that replace those of the customer in the middle of the page. */
  patch?: { [name: string]: unknown }
}

/** Stores the active faults and selects those that apply to a request. */
export function createFaultRegistry() {
  let active: { fault: Fault; left: number }[] = []
  let random = new Random('faults')
  return {
    /** Replaces all faults and resets the random source, so that a test is repeatable. */
    set(faults: Fault[]): void {
      random = new Random('faults')
      active = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }))
    },
    list: (): Fault[] => active.filter(({ left }) => left > 0).map(({ fault }) => fault),
    /** The faults that apply to this request, in the order in which they were set. Each counts as used once. */
    takeMatching(url: string): Fault[] {
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
    /** How far the clock of the sandbox is ahead, in milliseconds. */
    clockOffsetMs: (): number =>
      active.reduce((sum, { fault }) => sum + (fault.kind === 'clock' ? (fault.ms ?? 0) : 0), 0),
  }
}

export type FaultRegistry = ReturnType<typeof createFaultRegistry>
