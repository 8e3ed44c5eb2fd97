import type { ApiErrorCode } from '../../../lib/api/errors'
import { type Fault, faultKinds } from '../../../lib/sandbox/control/fault'
import { Random } from '../../../lib/sandbox/generate/random'
import { people } from '../../../lib/sandbox/seed/seed'

/** Random faults, each with the errors that may come of it. */

export type FaultPeriod = { faults: Fault[]; codes: ApiErrorCode[] }

/** Only the record of this customer is fetched, so a fault can be aimed at it without affecting other records. */
export const recordOnly = people.norunn.customer_id

const statuses: [status: number, codes: ApiErrorCode[]][] = [
  ...[500, 502, 503, 504, 408].map((status): [number, ApiErrorCode[]] => [status, []]),
  [429, ['upstream_rate_limited']],
  [400, ['invalid_query', 'not_found', 'upstream_unauthorized']],
  [401, ['upstream_unauthorized']],
  [403, ['upstream_forbidden', 'upstream_unauthorized']],
  // If Dintero answers twice that the customer does not exist, the app cannot know better and passes the 404 on.
  [404, ['not_found', 'upstream_unauthorized']],
  ...[200, 204, 206, 302, 304, 418].map((status): [number, ApiErrorCode[]] => [status, ['upstream_invalid']]),
]
const waits = ['0', '1', '5', 'Fri, 01 Jan 2100 00:00:00 GMT']
const hourMs = 3_600_000

const kinds = faultKinds.filter((kind) => kind !== 'short-page')
type Kind = (typeof kinds)[number]

type Made = { faults: Omit<Fault, 'kind'>[]; codes?: ApiErrorCode[] }

/**
 * One of each kind. Three have a fixed target, because their effect is invisible elsewhere: the contract allows any text for what
 * `broken-customer` puts into a token or a tag; a page that repeats another than the one before its cursor looks like any
 * page; and a wrong total is still a number (so `bad-total` sends none). A page that is too short looks like the
 * last one and is only reported beside the total, so it is not used here.
 */
function makers(random: Random, secondPages: readonly string[]): Record<Kind, () => Made> {
  const match = () =>
    random.pick(['', '', '/customers/users', '/customers/users?', '/auth/token', 'total=true', people.nora.customer_id])
  const rate = () => random.between(1, 60) / 100
  const anywhere = (more: Partial<Fault> = {}, codes: ApiErrorCode[] = []): Made => ({
    faults: [{ match: match(), rate: rate(), ...more }],
    codes,
  })
  const invalid: ApiErrorCode[] = ['upstream_invalid']
  return {
    status: () => {
      const [status, codes] = random.pick(statuses)
      const mayWait = status === 429 || status === 503
      return anywhere({ status, ...(mayWait && { headers: { 'retry-after': random.pick(waits) } }) }, codes)
    },
    delay: () => anywhere({ ms: random.between(50, 3_000) }),
    'slow-body': () => anywhere({ ms: random.between(200, 10_000) }),
    reset: () => anywhere(),
    'reset-body': () => anywhere({}, invalid),
    truncated: () => anywhere({}, invalid),
    html: () => anywhere({ status: random.pick([200, 502]) }, invalid),
    'content-type': () => anywhere({ value: random.pick(['text/plain', 'application/octet-stream', '']) }, invalid),
    endless: () => anywhere({}, invalid),
    'broken-customer': () => ({
      faults: ['/customers/users?', `/customers/users/${recordOnly}`].map((match) => ({ match, rate: rate() })),
    }),
    'bad-total': () => anywhere({ match: 'total=true', value: random.pick(['many', '-1', '1.5', '']) }),
    'repeat-page': () => ({
      faults: secondPages.map((cursor) => ({ match: `starting_after=${cursor}`, rate: rate() })),
      codes: invalid,
    }),
    'token-expired': () => anywhere({ match: '' }, ['upstream_unauthorized']),
    'token-down': () => anywhere({ match: '', status: random.pick([500, 503]) }),
    clock: () => ({
      faults: [{ match: '', ms: random.between(-6, 6) * hourMs }],
      codes: ['upstream_unauthorized'],
    }),
  }
}

/** An endless sequence of faultPeriods: each kind in shuffled order, alone or with another; sometimes there is no fault. */
export function* faultPeriods(seed: string, secondPages: readonly string[]): Generator<FaultPeriod, never> {
  const random = new Random(seed)
  const make = makers(random, secondPages)
  for (;;) {
    // An error status is the most common failure and has many kinds.
    const round = [...kinds, ...(['status', 'status'] as const)].sort(() => random.fraction() - 0.5)
    for (const first of round) {
      const chosen = new Set([first, ...(random.chance(0.5) ? [random.pick(kinds)] : [])])
      // No token is requested while the current one is valid.
      if (chosen.has('token-down')) chosen.add('token-expired')
      const made = [...chosen].map((kind) => ({ kind, ...make[kind]() }))
      yield {
        faults: made.flatMap(({ kind, faults }) => faults.map((fault) => ({ kind, ...fault }))),
        codes: made.flatMap(({ codes = [] }) => codes),
      }
      if (random.chance(0.25)) yield { faults: [], codes: [] }
    }
  }
}
