import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RecentCounts } from '@/lib/server/upstream/policies/recent-counts'

it('counts only calls within its window, however rare or frequent they are', () => {
  const step = fc.record({ afterMs: fc.integer({ min: 0, max: 90_000 }), some: fc.integer({ min: 0, max: 1 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now = 0
      const counts = new RecentCounts(30_000, () => now)
      const added: { at: number; some: number }[] = []
      for (const { afterMs, some } of steps) {
        now += afterMs
        counts.add(1, some)
        added.push({ at: now, some })
        const { all, some: counted } = counts.get()
        // The window moves by a thirtieth.
        const surely = added.filter(({ at }) => at > now - 29_000)
        const perhaps = added.filter(({ at }) => at > now - 30_000)
        expect(all).toBeGreaterThanOrEqual(surely.length)
        expect(all).toBeLessThanOrEqual(perhaps.length)
        expect(counted).toBeGreaterThanOrEqual(surely.filter((one) => one.some === 1).length)
        expect(counted).toBeLessThanOrEqual(perhaps.filter((one) => one.some === 1).length)
      }
      counts.clear()
      expect(counts.get()).toEqual({ all: 0, some: 0 })
    }),
  )
})
