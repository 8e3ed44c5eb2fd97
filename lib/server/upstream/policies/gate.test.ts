import { expect, it } from 'vitest'
import type { DinteroResult } from '@/lib/server/upstream/failure'
import { Gate } from '@/lib/server/upstream/policies/gate'
import { settingsForTests } from '@/lib/server/upstream/settings-for-tests'

const settings = settingsForTests({ breakerOpenMs: 60 })
const good: DinteroResult<string> = { ok: true, data: 'data', headers: new Headers() }
const failed: DinteroResult<string> = { ok: false, failure: { kind: 'unavailable' } }
const refused: DinteroResult<string> = { ok: false, failure: { kind: 'bad_request' } }
const heldBack = { ok: false, failure: { kind: 'held_back', retryAfterSeconds: 1 } }
const visit = (person = 'a', signal?: AbortSignal) => ({ person, deadlineAt: performance.now() + 1_000, signal })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function pass(gate: Gate, results: DinteroResult<string>[]): Promise<void> {
  for (const result of results) await gate.pass(visit(), async () => result)
}
const times = (count: number, result: DinteroResult<string>) => Array.from({ length: count }, () => result)

/** Whether a call is sent, and what it gives. */
async function tryIt(gate: Gate, result = good) {
  let isSent = false
  const given = await gate.pass(visit(), async () => {
    isSent = true
    return result
  })
  return { isSent, given }
}

it.each([
  ['half of 20 calls failed', [...times(10, good), ...times(10, failed)], false],
  ['fewer than half failed', [...times(11, good), ...times(9, failed)], true],
  ['there were fewer than 20 calls', times(19, failed), true],
  ['Dintero refuses what it is asked', times(40, refused), true],
])('where %s, the next call is sent: %s', async (_, results, isSent) => {
  const gate = new Gate(settings)
  await pass(gate, results)
  expect(await tryIt(gate)).toEqual({ isSent, given: isSent ? good : heldBack })
})

it('forgets failures that are older than its window', async () => {
  const gate = new Gate({ ...settings, breakerWindowMs: 60 })
  await pass(gate, times(19, failed))
  await pause(80)
  await pass(gate, [failed])
  expect((await tryIt(gate)).isSent).toBe(true)
})

it('sends one call after a while; the others hear of it, and go on once it went well', async () => {
  const gate = new Gate(settings)
  await pass(gate, times(20, failed))
  await pause(70)
  let sent = 0
  const slow = async () => {
    sent++
    await pause(20)
    return good
  }
  const [first, ...others] = await Promise.all([
    gate.pass(visit(), slow),
    ...['b', 'c', 'd'].map(async (person) => {
      const given = gate.pass(visit(person), slow)
      expect(sent).toBe(1)
      return given
    }),
  ])
  expect([first, ...others]).toEqual(times(4, good))
  expect(sent).toBe(4)
})

it('stays open while that one call fails, and holds back who waits for it longer than it would stay open', async () => {
  const gate = new Gate(settings)
  await pass(gate, times(20, failed))
  await pause(70)
  const first = gate.pass(visit(), async () => {
    await pause(200)
    return failed
  })
  const started = performance.now()
  expect(await tryIt(gate)).toEqual({ isSent: false, given: heldBack })
  expect(performance.now() - started).toBeLessThan(150)
  expect(await first).toEqual(failed)
  expect((await tryIt(gate)).isSent).toBe(false)
  await pause(70)
  expect((await tryIt(gate)).isSent).toBe(true)
})

it('is not closed by a reader who leaves', async () => {
  const gate = new Gate(settings)
  await pass(gate, times(20, failed))
  await pause(70)
  const leaving = new AbortController()
  const first = gate.pass(visit('a', leaving.signal), async (signal) => {
    await pause(10)
    signal?.throwIfAborted()
    return failed
  })
  leaving.abort('left')
  expect(await first).toEqual(failed)
  expect((await tryIt(gate)).isSent).toBe(false)
})

it('does not send what waited while it opened', async () => {
  const gate = new Gate({ ...settings, inFlight: 20, queue: 100 })
  let sent = 0
  const calls = Array.from({ length: 60 }, () =>
    gate.pass(visit(), async () => {
      sent++
      await pause(10)
      return failed
    }),
  )
  const results = await Promise.all(calls)
  expect(sent).toBeLessThanOrEqual(40)
  expect(results.filter((result) => !result.ok && result.failure.kind === 'held_back')).toHaveLength(60 - sent)
})

it('refuses beyond its queue, and at the deadline, and tells when to come back', async () => {
  const gate = new Gate({ ...settings, inFlight: 1, queue: 1 })
  const slow = () => pause(100).then(() => good)
  const [, waiting, beyond] = ['a', 'a', 'a'].map((person) =>
    gate.pass({ ...visit(person), deadlineAt: performance.now() + 50 }, slow),
  )
  expect(await beyond).toEqual(heldBack)
  expect(await waiting).toEqual(heldBack)
})
