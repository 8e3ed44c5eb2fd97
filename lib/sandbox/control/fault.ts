import { badParameter } from '../api-error'
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

const numbers = { times: [1, 1_000_000], rate: [0, 1], status: [200, 599], ms: [-1e12, 1e12] } as const
const names = new Set(['match', 'kind', 'times', 'rate', 'status', 'headers', 'ms', 'value', 'patch'])

/** The faults of a request body; 400 that names what is wrong. */
export function readFaults(body: string): Fault[] {
  let given: unknown
  try {
    given = JSON.parse(body)
  } catch {
    throw badParameter('body', 'must be JSON')
  }
  if (!Array.isArray(given)) throw badParameter('body', 'must be an array of faults')
  return given.map(readFault)
}

function readFault(given: unknown): Fault {
  if (typeof given !== 'object' || given === null) throw badParameter('body', 'must be an array of objects')
  const fields = new Map<string, unknown>(Object.entries(given))
  for (const name of fields.keys())
    if (!names.has(name)) throw badParameter(name.slice(0, 100), 'is no field of a fault')
  const kind = faultKinds.find((known) => known === fields.get('kind'))
  if (!kind) throw badParameter('kind', `must be one of ${faultKinds.join(', ')}`)
  const match = fields.get('match') ?? ''
  if (typeof match !== 'string') throw badParameter('match', 'must be text')
  const value = fields.get('value')
  if (value !== undefined && typeof value !== 'string') throw badParameter('value', 'must be text')
  const read = (name: keyof typeof numbers) => {
    const number = fields.get(name)
    const [from, to] = numbers[name]
    if (number === undefined) return undefined
    if (typeof number !== 'number' || number < from || number > to)
      throw badParameter(name, `must be from ${from} to ${to}`)
    return number
  }
  const headers: { [name: string]: string } = {}
  for (const [name, text] of Object.entries(fields.get('headers') ?? {})) headers[name] = String(text)
  return {
    match,
    kind,
    value,
    headers,
    times: read('times'),
    rate: read('rate'),
    status: read('status'),
    ms: read('ms'),
    patch: fields.has('patch') ? { ...Object(fields.get('patch')) } : undefined,
  }
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
