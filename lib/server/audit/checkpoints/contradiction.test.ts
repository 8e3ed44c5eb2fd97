import { expect, it } from 'vitest'
import type { ChainState, Link } from '@/lib/server/audit/chain-state'
import { findContradiction } from '@/lib/server/audit/checkpoints/checkpoint'

/**
 * Each way in which a chain may fail to hold a checkpoint. Between verifications, ends and prunes are compared as the
 * database has them, so that somebody may have changed any of them by hand.
 */

const at = '2026-05-01T12:00:00Z'
const link = (id: number, hash = `hash ${id}`): Link => ({ id, hash })

/** Rows 11 to 40, of which row 30 states that those up to 10 were removed. */
const chain: ChainState = {
  first: link(10),
  last: link(40),
  prunes: [{ row: 30, at, before: '2026-04', last: link(10), rows: 10 }],
}
const contradictionOf = (first: Link, last: Link) => {
  const checkpoint = { number: 7, at, first, last, rows: last.id - first.id, prunes: [], verified: false }
  return findContradiction(checkpoint, chain, (id) => `hash ${id}`)
}

it.each([
  ['signed since the prune', link(10), link(35)],
  ['signed before the prune', link(0, ''), link(25)],
  ['of whose rows all are pruned', link(0, ''), link(5)],
  ['of whose rows the last one is where the chain begins', link(0, ''), link(10)],
])('a chain holds a checkpoint %s', (_, first, last) => {
  expect(contradictionOf(first, last)).toBeNull()
})

it.each([
  ['its end is cut off', link(10), link(41), 41, /^is missing, which checkpoint 7 of 2026-05-01/],
  ['its last row is another one', link(10), link(35, 'other'), 35, /^is not the row that checkpoint 7/],
  ['the row where it begins is another one', link(0, ''), link(10, 'other'), 10, /^is not the row that checkpoint 7/],
  ['what was pruned is back', link(12), link(35), 12, /^was pruned when checkpoint 7/],
  ['it began behind another row', link(10, 'other'), link(35), 10, /^is not the row behind which the chain began/],
  ['rows are gone that no later row removed', link(0, ''), link(30), 1, /no prune after it removed that row$/],
])('a chain does not hold a checkpoint where %s', (_, first, last, id, reason) => {
  expect(contradictionOf(first, last)).toEqual({ id, reason: expect.stringMatching(reason) })
})
