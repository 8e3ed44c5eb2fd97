import { activityExpected, activityQuery } from '@/lib/audit/activity-query'
import { parseParams } from '@/lib/customers/filters/parse-customer-query'

const { before, ...activityFilters } = activityQuery

/** The query of a page of the audit log: filters and cursor. */
export function parseActivityQuery(params: URLSearchParams) {
  return parseParams(params, activityQuery, activityExpected)
}

/** The filters alone, for an export. */
export function parseActivityFilters(params: URLSearchParams) {
  return parseParams(params, activityFilters, activityExpected)
}
