import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DinteroFailure, DinteroResult } from '@/lib/server/upstream/failure'
import { type RetryOptions, retry } from '@/lib/server/upstream/policies/retry'
import { RetryBudget } from '@/lib/server/upstream/policies/retry-budget'

/** The waits between attempts are observed instead of measured. */
const { wait } = vi.hoisted(() => ({ wait: vi.fn() }))
vi.mock('node:timers/promises', async (original) => ({ ...(await original<object>()), setTimeout: wait }))
const timers = await vi.importActual<typeof import('node:timers/promises')>('node:timers/promises')

const good: DinteroResult<string> = { ok: true, data: 'data', headers: new Headers() }
const failed = (failure: DinteroFailure): DinteroResult<string> => ({ ok: false, failure })
const unavailable = failed({ kind: 'unavailable' })

/** Retries over these results, the last of which repeats. Gives the final result, the waits and the number of attempts. */
async function run(results: DinteroResult<string>[], change: Partial<RetryOptions> = {}) {
  wait.mockReset().mockResolvedValue(undefined)
  let sent = 0
  const given = await retry(
    async (attempt) => {
      sent++
      return results[Math.min(attempt, results.length) - 1] ?? good
    },
    {
      maxAttempts: 4,
      backoffMs: 4,
      deadlineAt: performance.now() + 5_000,
      budget: new RetryBudget({ retryPercent: 20, retryMinimum: 10 }),
      ...change,
    },
  )
  return { given, waits: wait.mock.calls.map(([ms]) => ms), sent }
}

afterEach(() => vi.restoreAllMocks())

describe('a call', () => {
  it.each<[DinteroFailure, number]>([
    [{ kind: 'unavailable' }, 4],
    [{ kind: 'rate_limited' }, 4],
    [{ kind: 'cut_off' }, 4],
    [{ kind: 'held_back', retryAfterSeconds: 1 }, 1],
    [{ kind: 'bad_request' }, 1],
    [{ kind: 'unauthorized' }, 1],
    [{ kind: 'forbidden', scope: 'read:customers' }, 1],
    [{ kind: 'not_found' }, 1],
    [{ kind: 'not_modified' }, 1],
    [{ kind: 'invalid' }, 1],
  ])('that fails with %j is sent %d times', async (failure, attempts) => {
    expect(await run([failed(failure)])).toMatchObject({ given: failed(failure), sent: attempts })
  })

  it('is not sent again after it succeeded', async () => {
    expect(await run([unavailable, unavailable, good])).toMatchObject({ given: good, sent: 3 })
  })

  it('waits at random, up to a limit that doubles', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const { waits } = await run([unavailable], { backoffMs: 30 })
    expect(waits).toEqual([15, 30, 60])
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { waits: none } = await run([unavailable], { backoffMs: 1_000 })
    expect(none).toEqual([0, 0, 0])
  })

  it.each(['unavailable', 'rate_limited'] as const)('that is %s waits until Retry-After', async (kind) => {
    const { given, waits } = await run([failed({ kind, retryAfterSeconds: 1 }), good])
    expect(given).toEqual(good)
    expect(waits).toEqual([1_000])
  })

  it('is given up at once if it would have to wait beyond its deadline', async () => {
    const limited = failed({ kind: 'rate_limited', retryAfterSeconds: 6 })
    const { given, sent, waits } = await run([limited])
    expect([given, sent, waits]).toEqual([limited, 1, []])
  })

  it('is not sent again after its caller has cancelled', async () => {
    wait.mockReset().mockImplementation(timers.setTimeout)
    const leaving = new AbortController()
    const limited = failed({ kind: 'rate_limited', retryAfterSeconds: 1 })
    let sent = 0
    const send = async () => {
      sent++
      return limited
    }
    const call = retry(send, {
      maxAttempts: 4,
      backoffMs: 4,
      deadlineAt: performance.now() + 5_000,
      budget: new RetryBudget({ retryPercent: 20, retryMinimum: 10 }),
      signal: leaving.signal,
    })
    setTimeout(() => leaving.abort(new Error('left')), 20)
    await expect(call).rejects.toThrow('left')
    expect(sent).toBe(1)
  })

  it('is not sent again if the budget of all calls is used up', async () => {
    const budget = new RetryBudget({ retryPercent: 20, retryMinimum: 5 })
    let sent = 0
    for (let call = 0; call < 20; call++) sent += (await run([unavailable], { budget })).sent
    expect(sent).toBe(20 + 5)
  })
})
