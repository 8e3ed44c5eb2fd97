import { activityExpected, activityQuery } from '@/lib/audit/activity-query'
import { readParameters } from '@/lib/customers/filters/read-customer-query'

const { before, ...activityFilters } = activityQuery

/** A page of the record of reads: what it is asked by, and where it goes on. */
export function readActivityQuery(params: URLSearchParams) {
  return readParameters(params, activityQuery, activityExpected)
}

/** The filters alone, as an export takes them. */
export function readActivityFilters(params: URLSearchParams) {
  return readParameters(params, activityFilters, activityExpected)
}
