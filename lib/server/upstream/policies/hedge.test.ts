import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DinteroResult } from '@/lib/server/upstream/failure'
import { Hedge } from '@/lib/server/upstream/policies/hedge'

const hedgeMs = 1_500
const headers = new Headers()
const ok = (data: string): DinteroResult<string> => ({ ok: true, data, headers })
const unavailable: DinteroResult<string> = { ok: false, failure: { kind: 'unavailable' } }

/** An upstream that answers the calls sent from `backAt` on, after `afterMs`, and never answers the others. */
function upstream({ backAt = 0, afterMs = 30 }: { backAt?: number; afterMs?: number }) {
  const startedAt = performance.now()
  const sentAt: number[] = []
  const ended: string[] = []
  const send = (name: string) => (signal: AbortSignal) => {
    const at = performance.now() - startedAt
    sentAt.push(at)
    return new Promise<DinteroResult<string>>((resolve, reject) => {
      signal.addEventListener('abort', () => {
        ended.push(name)
        reject(signal.reason)
      })
      if (at >= backAt) setTimeout(() => resolve(ok(name)), afterMs)
    })
  }
  return { send, sentAt, ended, now: () => performance.now() - startedAt }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const unbounded = () => true

describe('a call', () => {
  it('is sent once and leaves no timer behind if it is answered in time', async () => {
    const hedge = new Hedge({ hedgeMs }, unbounded)
    const { send, sentAt, ended } = upstream({ afterMs: hedgeMs - 1 })
    const answer = hedge.run(send('a'))
    await vi.advanceTimersByTimeAsync(hedgeMs)
    expect(await answer).toEqual(ok('a'))
    expect([sentAt, ended]).toEqual([[0], []])
    await vi.advanceTimersByTimeAsync(hedgeMs)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is sent again from time to time while it hangs, and the answer to the last copy cancels the others', async () => {
    const hedge = new Hedge({ hedgeMs }, unbounded)
    const { send, sentAt, ended, now } = upstream({ backAt: 3_200 })
    const answer = hedge.run(send('a')).then(() => now())
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sentAt).toHaveLength(4)
    expect(await answer).toBeLessThan(3_200 + hedgeMs + 250 + 31)
    expect(ended).toHaveLength(4)
  })

  it('is not sent again if the budget is used up', async () => {
    const hedge = new Hedge({ hedgeMs }, () => false)
    const { send, sentAt } = upstream({ backAt: Number.POSITIVE_INFINITY })
    void hedge.run(send('a'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sentAt).toEqual([0])
  })

  it('gives its failure at once if it fails', async () => {
    const hedge = new Hedge({ hedgeMs }, unbounded)
    expect(await hedge.run(async () => unavailable)).toEqual(unavailable)
    await expect(hedge.run(() => Promise.reject(new TypeError('no')))).rejects.toThrow(TypeError)
  })

  it('is cancelled by its caller together with all its copies', async () => {
    const hedge = new Hedge({ hedgeMs }, unbounded)
    const { send, sentAt, ended } = upstream({ backAt: Number.POSITIVE_INFINITY })
    const caller = new AbortController()
    const answer = hedge.run(send('a'), caller.signal).catch((thrown: unknown) => thrown)
    await vi.advanceTimersByTimeAsync(2_000)
    caller.abort('left')
    expect(await answer).toBe('left')
    expect([sentAt.length, ended.length]).toEqual([2, 2])
    const never = await hedge.run(send('b'), caller.signal).catch((thrown: unknown) => thrown)
    expect(never).toBe('left')
  })
})

describe('of sixteen calls', () => {
  it('all that hang are answered within two seconds after the upstream is back, at one extra call a second', async () => {
    const backAt = 10_000
    const hedge = new Hedge({ hedgeMs }, unbounded)
    const { send, sentAt, now } = upstream({ backAt })
    const answers: Promise<number>[] = []
    // One of them is sent just before the upstream is back.
    for (let at = 0; at < 16; at++) {
      answers.push(hedge.run(send(`${at}`)).then(() => now()))
      await vi.advanceTimersByTimeAsync(660)
      if (at === 14) expect(sentAt.length - 15).toBeLessThan(10)
    }
    await vi.advanceTimersByTimeAsync(5_000)
    expect(Math.max(...(await Promise.all(answers)))).toBeLessThan(backAt + 2_000)
  })

  it('not all are sent twice if they are merely slow', async () => {
    const hedge = new Hedge({ hedgeMs }, unbounded)
    const { send, sentAt } = upstream({ afterMs: 2_500 })
    const answers = Array.from({ length: 16 }, (_, at) => hedge.run(send(`${at}`)))
    await vi.advanceTimersByTimeAsync(3_000)
    await Promise.all(answers)
    expect(sentAt.length).toBeLessThanOrEqual(16 + 2)
  })

  it('only the lost one is sent again if the others are answered', async () => {
    const hedge = new Hedge({ hedgeMs }, unbounded)
    const { send, sentAt } = upstream({})
    const lost = hedge.run((signal) =>
      (sentAt.length === 0 ? upstream({ backAt: 1 }).send('lost') : send('found'))(signal),
    )
    for (let at = 0; at < 15; at++) {
      await vi.advanceTimersByTimeAsync(100)
      await Promise.all([hedge.run(send('fine')), vi.advanceTimersByTimeAsync(30)])
    }
    await vi.advanceTimersByTimeAsync(300)
    expect(await lost).toEqual(ok('found'))
    expect(sentAt).toHaveLength(16)
  })
})
