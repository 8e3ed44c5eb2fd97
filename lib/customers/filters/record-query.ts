import { createSerializer, type inferParserType } from 'nuqs/server'
import { customerFilters, customerQuery, defaultLimit } from '@/lib/customers/filters/customer-query'
import { single } from '@/lib/customers/filters/parsers'

/** The parameters of one customer; with an `etag` it is returned only if it changed (RFC 9110, section 8.8.3). */
export const recordQuery = {
  etag: single((text) => (/^(W\/)?"[\x21\x23-\x7e]{0,255}"$/.test(text) ? text : null)),
}
export const serializeRecordQuery = createSerializer(recordQuery)

/** The parameters of a customer's tokens, under Dintero's names (contract, "The other read endpoints"). */
export const tokensQuery = {
  type: customerFilters.token_type,
  limit: customerQuery.limit.withDefault(defaultLimit),
  starting_after: customerQuery.starting_after,
  include_deleted: customerFilters.include_deleted,
}

export type TokensQuery = inferParserType<typeof tokensQuery>
export const serializeTokensQuery = createSerializer(tokensQuery)
