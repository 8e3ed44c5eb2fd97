import { activityExpected, activityQuery } from '@/lib/audit/activity-query'
import { parseParams } from '@/lib/customers/filters/parse-customer-query'

const { before, ...activityFilters } = activityQuery

/** A page of the record of reads: what it is asked by, and where it goes on. */
export function parseActivityQuery(params: URLSearchParams) {
  return parseParams(params, activityQuery, activityExpected)
}

/** The filters alone, as an export takes them. */
export function parseActivityFilters(params: URLSearchParams) {
  return parseParams(params, activityFilters, activityExpected)
}
