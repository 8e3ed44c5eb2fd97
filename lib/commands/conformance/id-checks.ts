import { type Check, differs, firstWithValue, holds, notSeen } from './check'
import { isTombstone, textOf } from './sample'

const unknownId = '00000000-dead-4bad-8bad-000000000000'

/** The assumptions about what a customer_id, an id and a cursor lead to. */
export const idChecks: Check[] = [
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
