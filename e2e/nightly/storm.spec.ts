import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type ApiErrorCode, isApiError, statusOf } from '../../lib/api/errors'
import { Random } from '../../lib/sandbox/generate/random'
import { accounts } from '../../lib/sandbox/seed/seed'
import { expect, open, searchBox, test } from '../fixtures'
import { verify } from '../own-app'
import { sandbox } from '../sandbox'
import { metricsToken, port as portOf } from '../servers'
import { seal, session } from '../sessions'
import { amounts } from './amounts'
import { type Affected, type CheckedRequest, fetchExpected, lastPage, searches } from './storm/checked-requests'
import { type FaultPeriod, faultPeriods } from './storm/fault-periods'
import { finalState } from './storm/page-state'
import { startWatchedApp } from './storm/watched-app'

/**
 * Dintero fails in every way it can, at random, while many people read. Nothing wrong is shown to anybody, and when the
 * faults end, everything recovers and nothing is left over. STORM_SEED repeats the faults of an earlier run.
 */

const minutes = amounts.stormMinutes
/** The number of faults in each storm of the short form, in which each fault also lasts for a shorter time. */
const shortPeriods = 6
const periodMs: [least: number, most: number] = minutes === null ? [300, 600] : [1_000, 2_000]
const seed = process.env.STORM_SEED ?? randomUUID()
const readers = minutes === null ? 10 : 20
const port = portOf(3340)
const url = `http://localhost:${port}`
const list = `/${accounts.test}/customers`

/** A fault can affect answers for this long after its end: an answer waits at most four seconds for Dintero here. */
const afterMs = 5_000
/** Without faults, before and after each storm: what was requested once is then cached. */
const calmMs = minutes === null ? 1_000 : 6_000

/**
 * The maximum growth from the end of the first storm to the end of the second. By then all code is compiled and
 * all caches are full. The memory of the process is not compared: when the allocator returns it is up to Node.
 */
const mostGrowth = { heap: 1.25, external: 1.5, sockets: 1.5, timers: 2 }
/** A few sockets and timers come and go. A storm sends more requests than this, so that one left by each is seen. */
const passing = 15
/** What is compared: memory only after long storms, since short ones leave code to compile. */
const compared =
  minutes === null ? (['sockets', 'timers'] as const) : (['heap', 'external', 'sockets', 'timers'] as const)

type PastPeriod = FaultPeriod & { from: number; to: number }
type Outcome = { path: string; status: number; body: unknown; headers: Headers | null; from: number; to: number }

async function get(path: string, cookie: string): Promise<Outcome> {
  const from = performance.now()
  const response = await fetch(`${url}${path}`, { headers: { cookie } }).catch(() => null)
  const body: unknown = await response?.json().catch(() => null)
  return { path, status: response?.status ?? 0, body, headers: response?.headers ?? null, from, to: performance.now() }
}

/** Returns the body of a successful answer. A busy machine may need a second call. */
async function getUntilOk(path: string, cookie: string): Promise<unknown> {
  for (;;) {
    const { status, body } = await get(path, cookie)
    if (status === 200) return body
    await wait(100)
  }
}

/** Returns what is wrong with a failure. It must be a known code with its status that the active faults can cause. */
function wrongFailure({ status, body, headers }: Outcome, codes: ReadonlySet<ApiErrorCode>): string | null {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  if (!isApiError(error) || error.message === '') return 'no error of ours'
  if (statusOf[error.code] !== status) return `the code ${error.code}`
  if (!codes.has(error.code)) return `${error.code}, which nothing brought`
  if (headers?.get('x-request-id') !== error.request_id) return 'another request id'
  const seconds = error.retry_after_seconds
  return (headers?.get('retry-after') ?? undefined) === seconds?.toString() ? null : 'another Retry-After'
}

/** Keeps the faults so far, and finds what is wrong with an answer that arrived during them. */
function trackFaults() {
  const past: PastPeriod[] = []
  const during = ({ from, to }: Outcome) =>
    past.filter((faultPeriod) => faultPeriod.from < to && faultPeriod.to + afterMs > from)
  return {
    past,
    async set(faultPeriod: FaultPeriod) {
      const from = performance.now()
      const before = past.at(-1)
      await sandbox.faults(faultPeriod.faults)
      if (before) before.to = performance.now()
      past.push({ ...faultPeriod, from, to: Number.POSITIVE_INFINITY })
    },
    wrong(checkedRequest: CheckedRequest, outcome: Outcome): string | null {
      const around = during(outcome).filter(({ faults }) => faults.length > 0)
      const has = (kind: string) => around.some(({ faults }) => faults.some((fault) => fault.kind === kind))
      const affected: Affected = { customer: has('broken-customer'), total: has('bad-total') }
      if (outcome.status === 200) return checkedRequest.findMistake(outcome.body, affected)
      // A busy machine keeps the database waiting as well, now and then.
      const usual: ApiErrorCode[] = ['upstream_unavailable', 'audit_unavailable']
      const codes = around.flatMap(({ codes }) => [...usual, ...codes])
      return wrongFailure(outcome, new Set(codes))
    },
  }
}

test.use({ role: null, baseURL: url })
test.afterEach(() => sandbox.faults([]))

test(`${readers} people read during a storm: no wrong data is shown, and everything recovers afterwards`, async ({
  page,
  context,
  watch,
}) => {
  test.setTimeout(((minutes ?? 0) + 3) * 60_000)
  watch.expectOnConsole(/status of (400|404|50[23])/)
  // The stream of changes ends with a process, and is asked for again while there is none.
  watch.expectOnConsole(/ERR_.*\/changes-stream$/)
  const app = await startWatchedApp(port)
  const cookies = await Promise.all(
    Array.from({ length: readers }, async (_, at) => {
      const email = `reader-${at}-${randomUUID()}@example.com`
      return `desk.session-token=${await seal({ sid: await session({ email }) })}`
    }),
  )
  const wrong: string[] = []
  const statuses: Record<number, number> = {}
  const now = trackFaults()
  try {
    const { checkedRequests, secondPages, shown } = await fetchExpected((path) => getUntilOk(path, cookies[0] ?? ''))

    /** Each reader sends random requests at the pace of a person in a hurry until the storm is over. */
    const randoms = cookies.map((_, at) => new Random(`${seed} ${at}`))
    const readUntil = (isOver: (at: number, outcome: Outcome, isRight: boolean) => boolean) =>
      Promise.all(
        cookies.map(async (cookie, at) => {
          const random = randoms[at] ?? new Random(seed)
          for (;;) {
            const checkedRequest = random.pick(checkedRequests)
            const outcome = await get(checkedRequest.path, cookie)
            const problem = now.wrong(checkedRequest, outcome)
            if (problem) wrong.push(`${checkedRequest.path}: ${outcome.status}, ${problem}`)
            statuses[outcome.status] = (statuses[outcome.status] ?? 0) + 1
            if (isOver(at, outcome, outcome.status === 200 && problem === null)) return
            await wait(random.between(20, 120))
          }
        }),
      )
    const calm = async () => {
      const endAt = performance.now() + calmMs
      await readUntil((_, { to }) => to > endAt)
    }

    const [, value = ''] = (cookies[0] ?? '').split('=')
    await context.addCookies([{ name: 'desk.session-token', value, url }])
    await open(page, list)
    await calm()

    const looked = { right: 0, failed: 0 }
    const random = new Random(`${seed} page`)
    const browseUntil = async (isOver: () => boolean) => {
      while (!isOver()) {
        const next = page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: /^Next/ })
        // The correct rows of later pages were not fetched.
        const isKnown = Number(new URL(page.url()).searchParams.get('at') ?? 1) < lastPage
        const left = page.url()
        if (random.chance(0.2)) await open(page, `${list}${new URL(left).search}`)
        // The URL follows within 150 ms (nuqs), and rows that are cached are there before it.
        else if (random.chance(0.3) && isKnown && (await next.isEnabled())) {
          await next.click()
          await expect(page).not.toHaveURL(left)
        } else {
          const text = random.pick(searches)
          await searchBox(page).fill(text)
          await searchBox(page).press('Enter')
          await expect(page).toHaveURL(({ searchParams }) => (searchParams.get('search') ?? '') === text)
        }
        const state = await finalState(page, shown)
        if (state === 'failed' || state === 'right') looked[state] += 1
        else wrong.push(`on screen: ${state}`)
      }
    }

    const blowing = faultPeriods(seed, secondPages)
    const storm = async () => {
      let isOver = false
      const using = Promise.all([readUntil(() => isOver), browseUntil(() => isOver)])
      const endAt = performance.now() + ((minutes ?? 0) / 2) * 60_000
      for (let count = 0; minutes === null ? count < shortPeriods : performance.now() < endAt; count += 1) {
        await now.set(blowing.next().value)
        await wait(random.between(...periodMs))
      }
      isOver = true
      await using
    }

    /** Ends the faults; resolves once every reader and the page get correct answers again. */
    const recover = async () => {
      await now.set({ faults: [], codes: [] })
      await readUntil((_, __, isRight) => isRight)
      for (const { path, findMistake } of checkedRequests) {
        const { status, body } = await get(path, cookies[1] ?? '')
        expect([path, status, status === 200 && findMistake(body, { customer: false, total: false })]).toEqual([
          path,
          200,
          null,
        ])
      }
      // What failed in the storm stays on the screen until another search is answered.
      const left = page.url()
      await searchBox(page).fill(new URL(left).searchParams.get('search') === 'an' ? 'nora' : 'an')
      await searchBox(page).press('Enter')
      await expect(page).not.toHaveURL(left)
      await expect.poll(() => finalState(page, shown), { timeout: 30_000 }).toBe('right')
    }

    await storm()
    await recover()
    await calm()
    const before = await app.holding()
    await storm()
    const stormy = { ...statuses }
    await recover()
    await calm()
    const metrics = await fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
    const lines = (await metrics.text()).split('\n')
    for (const name of ['breaker_open', 'waiting'])
      expect(lines).toContain(`desk_upstream_${name}{account="${accounts.test}"} 0`)
    const after = await app.holding()
    const grown = compared.filter((name) => after[name] > before[name] * mostGrowth[name] + passing)
    console.log({
      seed,
      stormy,
      looked,
      faultPeriods: now.past.length,
      before,
      after,
    })
    expect(wrong).toEqual([])
    expect(grown).toEqual([])
    expect(app.unforeseen).toEqual([])
    expect(looked.right).toBeGreaterThan(0)
    if (minutes === null) expect(Object.keys(stormy).length).toBeGreaterThan(1)
    else expect(Object.keys(stormy)).toEqual(expect.arrayContaining(['200', '502', '503']))
    expect(await verify()).toEqual({ code: 0, said: expect.stringMatching(/^\d+ rows, chain unbroken$/) })
  } finally {
    await app.kill('SIGTERM')
  }
})
