import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FairQueue, QueueFull, WaitedTooLong } from '@/lib/server/upstream/policies/fair-queue'

const longMs = 10_000

/** Enters, and notes the name when its turn comes. */
function enter(queue: FairQueue, person: string, turns: string[], mostMs = longMs, signal?: AbortSignal) {
  return queue.enter(person, mostMs, signal).then(
    () => void turns.push(person),
    (reason: unknown) => {
      turns.push(`${person} refused`)
      return reason
    },
  )
}

describe('a queue of calls', () => {
  it('lets so many in at once, and gives each turn on', async () => {
    const queue = new FairQueue(2, 10)
    const turns: string[] = []
    for (const person of ['a', 'b', 'c']) void enter(queue, person, turns)
    await Promise.resolve()
    expect([turns, queue.waiting]).toEqual([['a', 'b'], 1])
    queue.leave()
    await Promise.resolve()
    expect([turns, queue.waiting]).toEqual([['a', 'b', 'c'], 0])
  })

  it('lets people come round in turn, however many calls one of them has', async () => {
    const queue = new FairQueue(1, 100)
    const turns: string[] = []
    await enter(queue, 'busy', [])
    for (let call = 0; call < 10; call++) void enter(queue, 'busy', turns)
    void enter(queue, 'calm', turns)
    void enter(queue, 'other', turns)
    for (let call = 0; call < 12; call++) queue.leave()
    await Promise.resolve()
    expect(turns.slice(0, 4)).toEqual(['busy', 'calm', 'other', 'busy'])
  })

  it('where no place is left, takes one from who has most waiting, and else refuses', async () => {
    const queue = new FairQueue(1, 3)
    const turns: string[] = []
    await enter(queue, 'busy', [])
    const calls = ['busy', 'busy', 'busy'].map((person) => enter(queue, person, turns))
    const calm = enter(queue, 'calm', turns)
    expect(await calls[2]).toBeInstanceOf(QueueFull)
    expect(await enter(queue, 'busy', turns)).toBeInstanceOf(QueueFull)
    for (let call = 0; call < 3; call++) queue.leave()
    await calm
    expect(turns).toEqual(['busy refused', 'busy refused', 'busy', 'calm', 'busy'])
  })

  it('lets go who waited too long, and who has left, each with the reason', async () => {
    const queue = new FairQueue(1, 10)
    await queue.enter('a', longMs)
    expect(await enter(queue, 'b', [], 5)).toBeInstanceOf(WaitedTooLong)
    const leaving = new AbortController()
    const left = enter(queue, 'c', [], longMs, leaving.signal)
    leaving.abort('left')
    expect([await left, queue.waiting]).toEqual(['left', 0])
  })

  it('never runs more than it may, keeps nobody waiting while there is room, and ends empty', async () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('enter' as const), person: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ kind: fc.constant('leave' as const), person: fc.constant('') }),
      fc.record({ kind: fc.constant('abort' as const), person: fc.constantFrom('a', 'b', 'c') }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 4 }),
        fc.array(act, { maxLength: 60 }),
        async (inFlight, places, acts) => {
          const queue = new FairQueue(inFlight, places)
          const signals = new Map<string, AbortController>()
          let running = 0
          const leave = () => {
            running--
            queue.leave()
          }
          for (const { kind, person } of acts) {
            const signal = signals.get(person) ?? new AbortController()
            signals.set(person, signal)
            if (kind === 'enter')
              void queue.enter(person, longMs, signal.signal).then(
                () => running++,
                () => {},
              )
            else if (kind === 'leave' && running > 0) leave()
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
            leave()
            await new Promise((resolve) => setImmediate(resolve))
          }
          expect(queue.waiting).toBe(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})
