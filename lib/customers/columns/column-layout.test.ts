import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnLayoutSchema, parseColumnLayout, parseColumnLayouts } from '@/lib/customers/columns/column-layout'
import { nameColumn, toColumnState } from '@/lib/customers/columns/column-state'
import { toColumnLayout } from '@/lib/customers/columns/to-column-layout'

const product = fc.constantFrom('type', 'email', 'phone', 'deleted', 'a column of an older version')
const extra = fc.string({ minLength: 1, maxLength: 60 }).map((name) => `attribute:${name}`)
const list = (id: fc.Arbitrary<string>) =>
  fc.option(fc.uniqueArray(id, { minLength: 1, maxLength: 20 }), { nil: undefined })
const layouts = fc
  .record({
    order: list(product),
    shown: list(extra),
    hidden: list(product),
    pinned: list(fc.oneof(product, extra)),
    widths: fc.option(fc.dictionary(product, fc.integer({ min: 2, max: 60 }), { minKeys: 1 }), { nil: undefined }),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))

it('reads a stored layout as it was kept', () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      expect(columnLayoutSchema.safeParse(layout).success).toBe(true)
      expect(parseColumnLayout(JSON.parse(JSON.stringify(layout)))).toEqual(layout)
    }),
  )
})

it('reads anything else as far as it is understood, and never more than is kept', () => {
  const wild = fc.oneof(
    fc.jsonValue(),
    fc.record({
      order: fc.oneof(fc.jsonValue(), fc.array(fc.oneof(extra, fc.jsonValue()), { maxLength: 300 })),
      widths: fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.oneof(fc.double(), fc.jsonValue()))),
      tall: fc.jsonValue(),
    }),
  )
  fc.assert(
    fc.property(wild, (stored) => {
      expect(columnLayoutSchema.safeParse(parseColumnLayout(stored)).success).toBe(true)
      expect(Object.keys(parseColumnLayouts(stored))).toEqual(
        typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? Object.keys(stored) : [],
      )
    }),
  )
})

it('takes no good value away because of a damaged one', () => {
  const stored = {
    order: ['email', 7, '', 'email', 'type'],
    hidden: 'email',
    widths: { email: 9, phone: 'wide', type: 900 },
  }
  expect(parseColumnLayout(stored)).toEqual({ order: ['email', 'type'], hidden: [], widths: { email: 9 } })
})

it('is the same layout after it was the state of a table', () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      expect(toColumnLayout(toColumnState(layout), layout)).toEqual(layout)
    }),
  )
})

it('keeps the name shown, first and pinned, whatever a layout says', () => {
  const { columnOrder, columnVisibility, columnPinning } = toColumnState({
    order: ['email', nameColumn],
    hidden: [nameColumn, 'phone'],
    pinned: ['type', nameColumn],
  })
  expect(columnOrder).toEqual([nameColumn, 'email'])
  expect(columnPinning).toEqual({ start: [nameColumn, 'type'], end: [] })
  expect(columnVisibility).toEqual({ [nameColumn]: true, phone: false })
})
