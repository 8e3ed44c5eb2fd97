import { type Check, differs, everyone, fullPage, holds, notSeen, type Verdict } from './check'
import { textOf } from './sample'
import type { Row } from './upstream'

const longAgo = '2000-01-01T00:00:00Z'

/** The instant and the id of a row, as text that sorts in the order of the list. */
function sortKey(row: Row, property: string): string | undefined {
  const instant = textOf(row, property) ?? textOf(row, 'deleted_at')
  const id = textOf(row, 'id')
  if (!instant || !id || !instant.endsWith('Z')) return undefined
  const [seconds = '', fraction = ''] = instant.slice(0, -1).split('.')
  return `${seconds}.${fraction.padEnd(9, '0')} ${id}`
}

function checkOrder(rows: Row[], property: string, expected: 'ascending' | 'descending'): Verdict {
  const keys = rows.flatMap((row) => sortKey(row, property) ?? [])
  if (new Set(keys.map((key) => key.split(' ')[0])).size < 2) return notSeen('too few rows with different instants')
  const isAscending = keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)
  const isDescending = keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') > key)
  if (expected === 'ascending' ? isAscending : isDescending) return holds
  return differs(isAscending ? 'oldest first' : isDescending ? 'newest first' : 'some other order')
}

/** The assumptions about the order of the list and about totals. */
export const listChecks: Check[] = [
  {
    id: 'cursor-is-id',
    assumed: 'starting_after takes the id, not the customer_id',
    async run(_, sample) {
      if (sample.firstPage.length < 2) return notSeen('fewer than two customers')
      return sample.cursor === 'id' ? holds : differs('it takes the customer_id')
    },
  },
  {
    id: 'newest-first',
    assumed: 'the list is ordered by created_at, then id, newest first',
    run: async (_, { firstPage }) => checkOrder(firstPage, 'created_at', 'descending'),
  },
  {
    id: 'changes-oldest-first',
    assumed: 'with since_datetime the order is updated_at, then id, oldest first',
    async run(upstream) {
      const { rows } = await upstream.fetchCollection({ ...fullPage, type: 'any', since_datetime: longAgo })
      return checkOrder(
        rows.filter((row) => textOf(row, 'updated_at')),
        'updated_at',
        'ascending',
      )
    },
  },
  {
    id: 'total-ignores-cursor',
    assumed: 'total-count counts what the filter matches, without the cursor',
    async run(upstream, { firstPage, cursor }) {
      const after = textOf(firstPage.at(-1), cursor)
      if (!after) return notSeen('no customer to stand on')
      const withoutCursor = await upstream.fetchCollection({ ...everyone, limit: '1', total: 'true' })
      const withCursor = await upstream.fetchCollection({
        ...everyone,
        limit: '1',
        total: 'true',
        starting_after: after,
      })
      if (withoutCursor.total === null) return differs('there is no total-count')
      return withoutCursor.total === withCursor.total ? holds : differs('it counts what is left after the cursor')
    },
  },
  {
    id: 'total-with-since',
    assumed: 'total works together with since_datetime',
    async run(upstream) {
      const { status, total } = await upstream.fetchCollection({
        limit: '1',
        total: 'true',
        since_datetime: longAgo,
      })
      if (status !== 200) return differs(`the call answers ${status}`)
      return total !== null && /^\d+$/.test(total) ? holds : differs('there is no total-count')
    },
  },
]
