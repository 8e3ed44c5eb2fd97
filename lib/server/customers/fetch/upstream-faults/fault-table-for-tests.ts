import 'server-only'
import { expect } from 'vitest'
import { type CustomerQuery, noFilters } from '@/lib/customers/filters/customer-query'
import { accessForTests } from '@/lib/server/auth/access-for-tests'
import { fetchCustomer } from '@/lib/server/customers/fetch/fetch-customer'
import { fetchCustomerCount } from '@/lib/server/customers/fetch/fetch-customer-count'
import { fetchCustomerPage } from '@/lib/server/customers/fetch/fetch-customer-page'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { settingsForTests } from '@/lib/server/upstream/settings-for-tests'

/**
 * The rows of a table of faults: what each fault becomes for the list, a record, the total, and the token call. Times are a
 * tenth of the usual ones.
 *
 * The deadline is proved by outcome and number of calls, not by measured time: an answer of a byte at a time ends only at
 * the deadline (without it, the test would time out), and a deadline for each attempt would allow more calls.
 */

// More than a tenth, so that on a busy machine only calls that hang are hedged.
export const settings = settingsForTests({ hedgeMs: 400 })

export const access = accessForTests('agent', settings.timeoutMs)
const page: CustomerQuery = { ...noFilters, limit: 5, starting_after: null, by_word: null }

export const fetchList = () => fetchCustomerPage(access, page)

/** What is fetched of each target; the record is that of `customerId`. A list needs a token as well. */
export const fetchersOf = (customerId: string): Record<Target, () => Promise<unknown>> => ({
  list: fetchList,
  record: () => fetchCustomer(access, customerId),
  total: () => fetchCustomerCount(access, noFilters),
  token: fetchList,
})

export const kinds = ['list', 'record', 'total', 'token'] as const
export type Target = (typeof kinds)[number]

/** The code of the failure, or `ok`, and how many calls were sent to the faulty endpoint. */
export type Expected = readonly [outcome: string, calls: number | readonly [least: number, most: number]]
export type Row = { [target in Target]: Expected }

export const everywhere = (expected: Expected, change: Partial<Row> = {}): Row => ({
  ...{ list: expected, record: expected, total: expected, token: expected },
  ...change,
})
/** An attempt over a reused connection that the server closes is repeated over a new one, which is not a retry. */
export const unavailable = everywhere(['upstream_unavailable', [4, 8]])
export const invalid = everywhere(['upstream_invalid', 1])
export const fine = everywhere(['ok', 1])
/** A call that hangs is hedged, and retried when its first byte is overdue. */
export const atDeadline = everywhere(['upstream_unavailable', [2, 4]])

export const byKind = (rows: [string, unknown, Row][]) =>
  rows.flatMap(([name, fault, row]) => kinds.map((target) => ({ name, target, fault, expected: row[target] })))

/** Waits for what is fetched, and gives the outcome. What is not a failure of the API is thrown on. */
export async function outcomeOf(fetched: Promise<unknown>): Promise<string> {
  try {
    await fetched
    return 'ok'
  } catch (thrown) {
    if (thrown instanceof ApiFailure) return thrown.error.code
    throw thrown
  }
}

export function expectOutcome(expected: Expected, outcome: string, calls: number): void {
  const [least, most] = typeof expected[1] === 'number' ? [expected[1], expected[1]] : expected[1]
  expect({ outcome, calls }).toEqual({ outcome: expected[0], calls: Math.min(Math.max(calls, least), most) })
}
