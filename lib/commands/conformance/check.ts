import { isTombstone, type Sample } from './sample'
import type { Row, Upstream } from './upstream'

/** `how` describes what was found instead. It never holds anything of a customer. */
export type Verdict = { verdict: 'holds' } | { verdict: 'differs'; how: string } | { verdict: 'not seen'; how: string }

export type Check = { id: string; assumed: string; run: (upstream: Upstream, sample: Sample) => Promise<Verdict> }

export const holds: Verdict = { verdict: 'holds' }
export const differs = (how: string): Verdict => ({ verdict: 'differs', how })
export const notSeen = (how: string): Verdict => ({ verdict: 'not seen', how })

/** Parameters that include contacts and deleted customers. */
export const everyone = { type: 'any', include_deleted: 'true' }
export const fullPage = { limit: '100' }

/** Checks that a query finds the customer of the row, or that it does not, as expected. */
export async function checkWhetherFound(
  upstream: Upstream,
  query: { [name: string]: string },
  row: Row,
  isExpected: boolean,
): Promise<Verdict> {
  const answer = await upstream.fetchCollection({ ...fullPage, ...query })
  if (answer.status !== 200) return differs(`the call answers ${answer.status}`)
  const isFound = answer.rows.some(({ customer_id }) => customer_id === row.customer_id)
  if (isFound === isExpected) return holds
  if (!isFound && answer.rows.length === 100) return notSeen('too many are found to tell')
  return differs(isFound ? 'the customer is found' : 'the customer is not found')
}

/** The first customer that is not deleted and for which `choose` returns a value, with that value. */
export function firstWithValue<T>(rows: Row[], choose: (row: Row) => T | undefined): [Row, T] | undefined {
  for (const row of rows) {
    const value = isTombstone(row) ? undefined : choose(row)
    if (value !== undefined) return [row, value]
  }
  return undefined
}
