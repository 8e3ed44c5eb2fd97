import { parseParams } from '@/lib/customers/filters/parse-customer-query'
import { rewardsQuery } from '@/lib/customers/rewards/rewards-query'

/** A page of the cards or of the rules of a customer, as the API takes it. */
export const parseRewardsQuery = (params: URLSearchParams) =>
  parseParams(params, rewardsQuery, { starting_after: 'startingAfterPage' })
