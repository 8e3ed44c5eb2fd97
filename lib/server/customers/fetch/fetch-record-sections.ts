import 'server-only'
import type { TokensQuery } from '@/lib/customers/filters/record-query'
import type { TagsAnswer } from '@/lib/customers/model/customer'
import type { CommunicationAnswer, TokensAnswer } from '@/lib/customers/model/record'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { recordSectionEndpoint } from '@/lib/server/customers/endpoints'
import { fetchResource } from '@/lib/server/customers/fetch/fetch-resource'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { textAt } from '@/lib/server/customers/fetch/text-at'
import { omitMissing } from '@/lib/server/customers/fetch/to-customer'
import { toTags } from '@/lib/server/customers/fetch-account'
import { toApiFailure } from '@/lib/server/http/api-failure'
import { wireCommunication, wireTags, wireToken, wireTokens } from '@/lib/server/upstream/schemas'
import type { Parameters } from '@/lib/server/upstream/upstream-url'

/** The sections of a customer's record. Each function makes one call and throws `ApiFailure`. */

/** The tags of one customer. */
export async function fetchCustomerTags(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<TagsAnswer> {
  return toTags(await fetchResource(access, { ...recordSectionEndpoint(customerId, 'tags'), schema: wireTags, signal }))
}

/**
 * One page of a customer's tokens. A page that contains its own cursor, or more rows than were requested, is a failure.
 */
export async function fetchCustomerTokens(
  access: AccountAccess,
  customerId: string,
  query: TokensQuery,
  signal?: AbortSignal,
): Promise<TokensAnswer> {
  const { type, limit, starting_after, include_deleted } = query
  const parameters: Parameters = {
    limit: String(limit),
    ...(type !== null && { type }),
    ...(starting_after !== null && { starting_after }),
    ...(include_deleted && { include_deleted: 'true' }),
  }
  const rows = await fetchResource(access, {
    ...recordSectionEndpoint(customerId, 'tokens'),
    query: parameters,
    schema: wireTokens,
    signal,
  })
  if (rows.length > limit || rows.some((row) => starting_after !== null && textAt(row, 'id') === starting_after))
    throw toApiFailure({ kind: 'invalid' })
  const parsed = rows.map((row) => wireToken.safeParse(row)).flatMap(({ data }) => (data ? [data] : []))
  const tokens = [...new Map(parsed.map(({ id, ...rest }) => [id, { id, ...omitMissing(rest) }])).values()]
  const cursor = rows.length === limit ? tokens.at(-1)?.id : undefined
  const mask = await getMask(access)
  return {
    tokens: tokens.map(mask.token),
    unreadable: rows.length - tokens.length,
    next: cursor === undefined ? null : { starting_after: cursor },
  }
}

/** Whether email and phone of a customer are verified and may be used. */
export async function fetchCommunication(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<CommunicationAnswer> {
  const { communication } = await fetchResource(access, {
    ...recordSectionEndpoint(customerId, 'communication'),
    schema: wireCommunication,
    signal,
  })
  const { email, phone_number } = communication ?? {}
  return {
    communication: {
      ...(email && { email: omitMissing(email) }),
      ...(phone_number && { phone_number: omitMissing(phone_number) }),
    },
  }
}
