import { expect, it } from 'vitest'
import { toActivityRows } from '@/components/activity/activity-rows'
import type { ListedEvent } from '@/lib/audit/audit-event'

const sections = [
  { id: 8, at: '2026-03-01T08:00:01.000Z', customers: ['K-1'], filters: [], rows: 2, request_id: 'b' },
  { id: 9, at: '2026-03-01T08:00:02.000Z', customers: ['K-1', 'C-1'], filters: [], rows: null, request_id: 'c' },
]
const opened: ListedEvent = {
  ...{ id: 7, at: '2026-03-01T08:00:00.000Z', kind: 'open', account: 'T1', customers: ['K-1'], filters: [], rows: 1 },
  actor: { email: 'agent@example.com', name: 'Ingrid Solberg', role: 'agent' },
  ...{ note: 'n', request_id: 'a', sections },
  facts: { outcome: null, times: null, minute: null, site: 'none', ended: null, unusual: null },
}

it('an event is one row, and unfolded it has a row for each section, which shares the person alone', () => {
  const folded = toActivityRows([opened, { ...opened, id: 6, sections: [] }], new Set())
  expect(folded.map(({ id, sectionCount }) => [id, sectionCount])).toEqual([
    [7, 2],
    [6, 0],
  ])
  const [first, ...below] = toActivityRows([opened], new Set([7]))
  expect(first).toMatchObject({ id: 7, kind: 'open', note: 'n', isSection: false })
  expect(below).toMatchObject([
    { id: 8, kind: 'section', actor: opened.actor, rows: 2, note: null, request_id: 'b', isSection: true },
    { id: 9, kind: 'section', customers: ['K-1', 'C-1'], rows: null, facts: { site: null }, sectionCount: 0 },
  ])
})
