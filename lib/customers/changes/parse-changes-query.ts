import { changesQuery } from '@/lib/customers/changes/changes-query'
import { parseParams } from '@/lib/customers/filters/parse-customer-query'

/** A page of the changes of a customer, as the API takes it. */
export const parseChangesQuery = (params: URLSearchParams) =>
  parseParams(params, changesQuery, { before: 'beforeChange' })
