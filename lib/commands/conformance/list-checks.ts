import {
  type Check,
  checkWhetherFound,
  differs,
  everyone,
  firstWithValue,
  fullPage,
  holds,
  notSeen,
  type Verdict,
} from './check'
import { attributesOf, isTombstone, linkedUserIds, type Sample, textOf } from './sample'
import type { Answer, Row, Upstream } from './upstream'

const unknownId = '00000000-dead-4bad-8bad-000000000000'
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

/** Up to six contacts whose search by customer_id also returns the users that they are linked to. */
async function fetchLinkedContacts(
  upstream: Upstream,
  { rows }: Sample,
): Promise<{ contact: Row; users: Row[]; answer: Answer }[]> {
  const found = []
  for (const contact of rows.filter((row) => !isTombstone(row) && linkedUserIds(row)).slice(0, 6)) {
    const answer = await upstream.fetchCollection({
      ...fullPage,
      type: 'any',
      total: 'true',
      search: textOf(contact, 'customer_id') ?? '',
    })
    const users = answer.rows.filter((row) => linkedUserIds(contact)?.some((id) => id === row.customer_id))
    if (users.length > 0 && answer.rows.length < 100) found.push({ contact, users, answer })
  }
  return found
}

/** The assumptions about order, cursors, totals, linked users and the call for one customer. */
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
  {
    id: 'total-counts-linked-users',
    assumed: 'total-count counts the users that matching contacts bring along',
    async run(upstream, sample) {
      const [linked] = await fetchLinkedContacts(upstream, sample)
      if (!linked) return notSeen('no contact that brings a user along')
      return linked.answer.total === String(linked.answer.rows.length)
        ? holds
        : differs('it counts fewer than there are rows')
    },
  },
  {
    id: 'linked-users-meet-filters',
    assumed: 'linked users must themselves meet tag_id and attributes_*',
    async run(upstream, sample) {
      for (const contact of sample.rows.filter((row) => !isTombstone(row) && linkedUserIds(row))) {
        const names = Object.keys(attributesOf(contact)).filter((name) => !name.includes(','))
        if (names.length === 0) continue
        const search = textOf(contact, 'customer_id') ?? ''
        const { rows } = await upstream.fetchCollection({ ...fullPage, type: 'any', search })
        const user = rows.find((row) => linkedUserIds(contact)?.some((id) => id === row.customer_id))
        const name = user && names.find((candidate) => !(candidate in attributesOf(user)))
        if (user && name)
          return checkWhetherFound(upstream, { type: 'any', search, attributes_keys: name }, user, false)
      }
      return notSeen('no contact with an attribute that its linked user lacks')
    },
  },
  {
    id: 'no-type-brings-nobody',
    assumed: 'without type, contacts bring nobody',
    async run(upstream, sample) {
      const [linked] = await fetchLinkedContacts(upstream, sample)
      const user = linked?.users[0]
      if (!linked || !user) return notSeen('no contact that brings a user along')
      return checkWhetherFound(upstream, { search: textOf(linked.contact, 'customer_id') ?? '' }, user, false)
    },
  },
  {
    id: 'tombstone-answers-200',
    assumed: 'the single call answers 200 with the tombstone of a deleted customer',
    async run(upstream, { rows }) {
      const id = textOf(rows.find(isTombstone), 'customer_id')
      if (!id) return notSeen('no deleted customer')
      const { status } = await upstream.fetchCustomer(id)
      return status === 200 ? holds : differs(`it answers ${status}`)
    },
  },
  {
    id: 'unknown-cursor-is-400',
    assumed: 'an unknown cursor is 400',
    async run(upstream) {
      const { status } = await upstream.fetchCollection({ limit: '1', starting_after: unknownId })
      return status === 400 ? holds : differs(`it answers ${status}`)
    },
  },
  {
    id: 'deleted-cursor-holds',
    assumed: 'a cursor whose customer was deleted still holds its place',
    async run(upstream, { rows, cursor }) {
      const index = rows.findIndex((row) => isTombstone(row) && textOf(row, cursor))
      const next = rows.slice(index + 1).find((row) => !isTombstone(row))
      if (index === -1 || !next) return notSeen('no deleted customer')
      const answer = await upstream.fetchCollection({
        limit: '1',
        type: 'any',
        starting_after: textOf(rows[index], cursor) ?? '',
      })
      if (answer.status !== 200) return differs(`it answers ${answer.status}`)
      return answer.rows[0]?.customer_id === next.customer_id ? holds : differs('the list goes on elsewhere')
    },
  },
  {
    id: 'no-call-takes-id',
    assumed: 'no call takes the internal id, the cursor apart',
    async run(upstream, { rows }) {
      const found = firstWithValue(rows, (row) => (row.id === row.customer_id ? undefined : textOf(row, 'id')))
      if (!found) return notSeen('no customer whose id is not its customer_id')
      const { status } = await upstream.fetchCustomer(found[1])
      return status === 404 ? holds : differs(`the single call answers ${status}`)
    },
  },
]
