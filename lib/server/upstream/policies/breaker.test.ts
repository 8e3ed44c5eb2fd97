import { expect, it } from 'vitest'
import { FairQueue } from '@/lib/server/fair-queue'
import type { DinteroResult } from '@/lib/server/upstream/failure'
import { CircuitBreaker } from '@/lib/server/upstream/policies/breaker'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'
import { settingsForTests } from '@/lib/server/upstream/settings-for-tests'

const settings = settingsForTests({ breakerOpenMs: 60 })
const good: DinteroResult<string> = { ok: true, data: 'data', headers: new Headers() }
const failed: DinteroResult<string> = { ok: false, failure: { kind: 'unavailable' } }
const refused: DinteroResult<string> = { ok: false, failure: { kind: 'bad_request' } }
const notSent = { ok: false, failure: { kind: 'held_back', retryAfterSeconds: 1 } }
const call = (person = 'a', signal?: AbortSignal) => ({ person, deadlineAt: performance.now() + 60_000, signal })
const makeBreaker = (change: Partial<UpstreamSettings> = {}) => {
  const { inFlight, queue, ...rest } = { ...settings, ...change }
  return new CircuitBreaker(rest, new FairQueue(() => inFlight, queue))
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function sendAll(breaker: CircuitBreaker, results: DinteroResult<string>[]): Promise<void> {
  for (const result of results) await breaker.run(call(), async () => result)
}
const times = (count: number, result: DinteroResult<string>) => Array.from({ length: count }, () => result)

/** Whether a call is sent, and what it gives. */
async function trySend(breaker: CircuitBreaker, result = good) {
  let isSent = false
  const given = await breaker.run(call(), async () => {
    isSent = true
    return result
  })
  return { isSent, given }
}

it.each([
  ['half of 20 calls failed', [...times(10, good), ...times(10, failed)], false],
  ['fewer than half failed', [...times(11, good), ...times(9, failed)], true],
  ['there were fewer than 20 calls', times(19, failed), true],
  ['Dintero refuses the requests', times(40, refused), true],
])('if %s, the next call is sent: %s', async (_, results, isSent) => {
  const breaker = makeBreaker()
  await sendAll(breaker, results)
  expect(await trySend(breaker)).toEqual({ isSent, given: isSent ? good : notSent })
})

it('ignores failures that are older than its window', async () => {
  const breaker = makeBreaker({ breakerWindowMs: 60 })
  await sendAll(breaker, times(19, failed))
  await pause(80)
  await sendAll(breaker, [failed])
  expect((await trySend(breaker)).isSent).toBe(true)
})

it('sends one probe after a while, and the waiting calls after the probe succeeds', async () => {
  const breaker = makeBreaker()
  await sendAll(breaker, times(20, failed))
  await pause(70)
  let sent = 0
  const slow = async () => {
    sent++
    await pause(20)
    return good
  }
  const [first, ...others] = await Promise.all([
    breaker.run(call(), slow),
    ...['b', 'c', 'd'].map(async (person) => {
      const given = breaker.run(call(person), slow)
      expect(sent).toBe(1)
      return given
    }),
  ])
  expect([first, ...others]).toEqual(times(4, good))
  expect(sent).toBe(4)
})

it('stays open when the probe fails, and does not send a call that waits too long for the probe', async () => {
  const breaker = makeBreaker()
  await sendAll(breaker, times(20, failed))
  await pause(70)
  // The probe ends only after the other call has given up, far before that call's own deadline.
  let endProbe = () => {}
  const first = breaker.run(call(), async () => {
    await new Promise<void>((resolve) => {
      endProbe = resolve
    })
    return failed
  })
  expect(await trySend(breaker)).toEqual({ isSent: false, given: notSent })
  endProbe()
  expect(await first).toEqual(failed)
  expect((await trySend(breaker)).isSent).toBe(false)
  await pause(70)
  expect((await trySend(breaker)).isSent).toBe(true)
})

it('does not close when the caller of the probe cancels', async () => {
  const breaker = makeBreaker()
  await sendAll(breaker, times(20, failed))
  await pause(70)
  const leaving = new AbortController()
  const first = breaker.run(call('a', leaving.signal), async (signal) => {
    await pause(10)
    signal?.throwIfAborted()
    return failed
  })
  leaving.abort('left')
  expect(await first).toEqual(failed)
  expect((await trySend(breaker)).isSent).toBe(false)
})

it('does not send the calls that waited while it opened', async () => {
  const breaker = makeBreaker({ inFlight: 20, queue: 100 })
  let sent = 0
  const calls = Array.from({ length: 60 }, () =>
    breaker.run(call(), async () => {
      sent++
      await pause(10)
      return failed
    }),
  )
  const results = await Promise.all(calls)
  expect(sent).toBeLessThanOrEqual(40)
  expect(results.filter((result) => !result.ok && result.failure.kind === 'held_back')).toHaveLength(60 - sent)
})

it('does not send calls beyond its queue or after the deadline, and gives the time of the next try', async () => {
  const breaker = makeBreaker({ inFlight: 1, queue: 1 })
  const slow = () => pause(100).then(() => good)
  const [, waiting, beyond] = ['a', 'a', 'a'].map((person) =>
    breaker.run({ ...call(person), deadlineAt: performance.now() + 50 }, slow),
  )
  expect(await beyond).toEqual(notSent)
  expect(await waiting).toEqual(notSent)
})
