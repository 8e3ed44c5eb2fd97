import { expect, it } from 'vitest'
import { parseRecordLists } from '@/lib/record-list'

const list = { search: '?search=nor', ids: ['K-1', 'K-2'], next: { starting_after: 'x' } }

it.each([
  [list, list],
  [
    { ...list, stepped: 'next' },
    { ...list, stepped: 'next' },
  ],
  [{ ...list, stepped: 'up', colour: 'red' }, list],
  [
    { ...list, next: 'x' },
    { ...list, next: null },
  ],
])('reads %j', (one, parsed) => {
  expect(parseRecordLists([one])).toEqual([parsed])
})

it.each([null, 1, '?search=nor', [], {}, { ...list, ids: 'K-1' }, { ...list, ids: [1] }, { ...list, search: null }])(
  'takes nothing from %j',
  (one) => {
    expect(parseRecordLists(one)).toEqual([])
    expect(parseRecordLists([one])).toEqual([])
  },
)
