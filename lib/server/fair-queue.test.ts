import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FairQueue, QueueFull, QueueTimeout } from '@/lib/server/fair-queue'

const longMs = 10_000

/** Waits for a turn, and adds the name to `turns` when it comes. */
function acquire(queue: FairQueue, person: string, turns: string[], timeoutMs = longMs, signal?: AbortSignal) {
  return queue.acquire(person, timeoutMs, signal).then(
    () => void turns.push(person),
    (reason: unknown) => {
      turns.push(`${person} refused`)
      return reason
    },
  )
}

describe('a queue of calls', () => {
  it('runs a limited number of calls at once, and starts the next when one ends', async () => {
    const queue = new FairQueue(() => 2, 10)
    const turns: string[] = []
    for (const person of ['a', 'b', 'c']) void acquire(queue, person, turns)
    await Promise.resolve()
    expect([turns, queue.waiting]).toEqual([['a', 'b'], 1])
    queue.release()
    await Promise.resolve()
    expect([turns, queue.waiting]).toEqual([['a', 'b', 'c'], 0])
  })

  it('lets people take turns, however many calls one of them has', async () => {
    const queue = new FairQueue(() => 1, 100)
    const turns: string[] = []
    await acquire(queue, 'busy', [])
    for (let call = 0; call < 10; call++) void acquire(queue, 'busy', turns)
    void acquire(queue, 'calm', turns)
    void acquire(queue, 'other', turns)
    for (let call = 0; call < 12; call++) queue.release()
    await Promise.resolve()
    expect(turns.slice(0, 4)).toEqual(['busy', 'calm', 'other', 'busy'])
  })

  it('starts those who wait where the limit has risen, before whoever comes then', async () => {
    let limit = 1
    const queue = new FairQueue(() => limit, 10)
    const turns: string[] = []
    for (const person of ['a', 'b', 'c']) void acquire(queue, person, turns)
    limit = 3
    void acquire(queue, 'd', turns)
    await Promise.resolve()
    expect([turns, queue.waiting]).toEqual([['a', 'b', 'c'], 1])
  })

  it('refuses a call of the person with the most waiting calls when it is full', async () => {
    const queue = new FairQueue(() => 1, 3)
    const turns: string[] = []
    await acquire(queue, 'busy', [])
    const calls = ['busy', 'busy', 'busy'].map((person) => acquire(queue, person, turns))
    const calm = acquire(queue, 'calm', turns)
    expect(await calls[2]).toBeInstanceOf(QueueFull)
    expect(await acquire(queue, 'busy', turns)).toBeInstanceOf(QueueFull)
    for (let call = 0; call < 3; call++) queue.release()
    await calm
    expect(turns).toEqual(['busy refused', 'busy refused', 'busy', 'calm', 'busy'])
  })

  it('rejects calls that waited too long or were cancelled, each with its reason', async () => {
    const queue = new FairQueue(() => 1, 10)
    await queue.acquire('a', longMs)
    expect(await acquire(queue, 'b', [], 5)).toBeInstanceOf(QueueTimeout)
    const leaving = new AbortController()
    const left = acquire(queue, 'c', [], longMs, leaving.signal)
    leaving.abort('left')
    expect([await left, queue.waiting]).toEqual(['left', 0])
  })

  it('never runs too many calls, lets none wait while there is room, and ends empty', async () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('acquire' as const), person: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ kind: fc.constant('release' as const), person: fc.constant('') }),
      fc.record({ kind: fc.constant('abort' as const), person: fc.constantFrom('a', 'b', 'c') }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 4 }),
        fc.array(act, { maxLength: 60 }),
        async (inFlight, places, acts) => {
          const queue = new FairQueue(() => inFlight, places)
          const signals = new Map<string, AbortController>()
          let running = 0
          const release = () => {
            running--
            queue.release()
          }
          for (const { kind, person } of acts) {
            const signal = signals.get(person) ?? new AbortController()
            signals.set(person, signal)
            if (kind === 'acquire')
              void queue.acquire(person, longMs, signal.signal).then(
                () => running++,
                () => {},
              )
            else if (kind === 'release' && running > 0) release()
            else if (kind === 'abort') {
              signal.abort('left')
              signals.delete(person)
            }
            await new Promise((resolve) => setImmediate(resolve))
            expect(running).toBeLessThanOrEqual(inFlight)
            expect(queue.waiting).toBeLessThanOrEqual(places)
            if (queue.waiting > 0) expect(running).toBe(inFlight)
          }
          while (running > 0) {
            release()
            await new Promise((resolve) => setImmediate(resolve))
          }
          expect(queue.waiting).toBe(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})
