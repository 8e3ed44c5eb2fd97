import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DinteroFailure, DinteroResult } from '@/lib/server/upstream/failure'
import { type Persistence, persist } from '@/lib/server/upstream/policies/retry'
import { RetryBudget } from '@/lib/server/upstream/policies/retry-budget'

const good: DinteroResult<string> = { ok: true, data: 'data', headers: new Headers() }
const failed = (failure: DinteroFailure): DinteroResult<string> => ({ ok: false, failure })
const unavailable = failed({ kind: 'unavailable' })

/** Persists over these results, the last of which stays; gives what came of it and when each try was sent. */
async function run(results: DinteroResult<string>[], change: Partial<Persistence> = {}) {
  const started = performance.now()
  const sentAt: number[] = []
  const given = await persist(
    async (tries) => {
      sentAt.push(performance.now() - started)
      return results[Math.min(tries, results.length) - 1] ?? good
    },
    {
      tries: 4,
      backoffMs: 4,
      deadlineAt: started + 5_000,
      budget: new RetryBudget({ retryPercent: 20, retryMinimum: 10 }),
      ...change,
    },
  )
  return { given, sentAt, sent: sentAt.length }
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
  ])('that fails by %j is sent %d times', async (failure, tries) => {
    expect(await run([failed(failure)])).toMatchObject({ given: failed(failure), sent: tries })
  })

  it('is sent no more once it went well', async () => {
    expect(await run([unavailable, unavailable, good])).toMatchObject({ given: good, sent: 3 })
  })

  it('waits at random, up to a limit that doubles', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999)
    const { sentAt } = await run([unavailable], { backoffMs: 30 })
    const waits = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0))
    for (const [index, limit] of [30, 60, 120].entries()) {
      expect(waits[index]).toBeGreaterThan(limit - 3)
      expect(waits[index]).toBeLessThan(limit + 25)
    }
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { sentAt: atOnce } = await run([unavailable], { backoffMs: 1_000 })
    expect(atOnce.at(-1)).toBeLessThan(100)
  })

  it.each(['unavailable', 'rate_limited'] as const)('that is %s waits as long as it is asked to', async (kind) => {
    const { given, sentAt } = await run([failed({ kind, retryAfterSeconds: 1 }), good])
    expect(given).toEqual(good)
    expect(sentAt[1]).toBeGreaterThan(998)
  })

  it('is given up at once where it would have to wait beyond its deadline', async () => {
    const limited = failed({ kind: 'rate_limited', retryAfterSeconds: 6 })
    const { given, sent, sentAt } = await run([limited])
    expect([given, sent]).toEqual([limited, 1])
    expect(sentAt[0]).toBeLessThan(100)
  })

  it('is not sent again after its reader has left', async () => {
    const leaving = new AbortController()
    const limited = failed({ kind: 'rate_limited', retryAfterSeconds: 1 })
    let sent = 0
    const attempt = async () => {
      sent++
      return limited
    }
    const call = persist(attempt, {
      tries: 4,
      backoffMs: 4,
      deadlineAt: performance.now() + 5_000,
      budget: new RetryBudget({ retryPercent: 20, retryMinimum: 10 }),
      signal: leaving.signal,
    })
    setTimeout(() => leaving.abort(new Error('left')), 20)
    await expect(call).rejects.toThrow('left')
    expect(sent).toBe(1)
  })

  it('is not sent again where all calls together were sent again often enough', async () => {
    const budget = new RetryBudget({ retryPercent: 20, retryMinimum: 5 })
    let sent = 0
    for (let call = 0; call < 20; call++) sent += (await run([unavailable], { budget })).sent
    expect(sent).toBe(20 + 5)
  })
})
