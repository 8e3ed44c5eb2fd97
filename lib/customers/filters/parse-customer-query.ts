import type { inferParserType } from 'nuqs/server'
import {
  type CustomerQuery,
  customerFilters,
  customerQuery,
  type customerScan,
  customerSearchParams,
  type customerView,
  upToFour,
} from '@/lib/customers/filters/customer-query'
import { customerTypeFilters } from '@/lib/customers/filters/customer-type-filter'
import { recordQuery, tokensQuery } from '@/lib/customers/filters/record-query'
import { changedScan, contactsScan, deletedScan, formerScan } from '@/lib/customers/filters/scan-query'
import { recordSections } from '@/lib/customers/model/record-section'

/** Reading an address by THE search schema, and telling what is wrong in it. */

const instantExpected = 'an instant with its zone, such as 2026-01-31T08:00:00Z'

/** What would be right, for each parameter: shown with a 400 and in the notice of the page. */
export const expected: Record<
  keyof typeof customerQuery | keyof typeof customerScan | keyof typeof customerView,
  string
> = {
  search: 'a text of 1 to 255 characters that is no payment card number',
  email: 'one complete email address',
  phone_number: 'a phone number in E.164, such as +4799999999',
  type: `one of ${customerTypeFilters.join(', ')}`,
  tag_id: 'the id (a UUID) of a tag',
  token_type: 'a type of token, such as membership_card',
  token_value: 'the whole value of a token',
  attributes_keys: 'one to four names of attributes without a comma',
  attributes_values: 'one to four values without a comma, no more than attributes_keys, none a payment card number',
  since_datetime: instantExpected,
  include_deleted: 'true or false',
  limit: 'a whole number from 1 to 100',
  starting_after: 'the id of the last customer of the page before, and left out beside since_datetime',
  by_word: 'a part of the search, beside starting_after',
  only: 'deleted, without since_datetime',
  changed_at: instantExpected,
  was: 'a customer_id of 1 to 255 characters',
  record: 'a customer_id of 1 to 255 characters',
  section: `one of ${recordSections.join(', ')}`,
  at: 'a whole number from 1',
  since_moved: instantExpected,
}

export type QueryProblem = { field: string; reason: 'unknown' | 'doubled' | 'invalid'; expected: string }

type AnyParser = { parse(values: string[]): unknown; defaultValue?: unknown }
type Words = Record<string, string>
type Together = Partial<CustomerQuery> & { only?: 'deleted' | null }

/** What each parameter needs or bars beside it (contract; `only` and `by_word` are ours). What is barred sets nothing. */
const beside: Partial<Record<keyof typeof expected, (query: Together) => boolean>> = {
  attributes_values: ({ attributes_keys, attributes_values }) =>
    !attributes_values || attributes_values.length <= (attributes_keys?.length ?? 0),
  starting_after: ({ starting_after, since_datetime }) => !starting_after || !since_datetime,
  by_word: ({ by_word, search, starting_after }) =>
    !by_word || (Boolean(starting_after) && (search?.replace(/\s+/g, ' ').includes(by_word) ?? false)),
  only: ({ only, since_datetime }) => !only || !since_datetime,
}

/**
 * Reads those of `parsers` that stand in `params`: the values, null or the default for what is missing or wrong, and a
 * problem for each parameter that is wrong, doubled or not among them. An empty `search` is none: a plain form sends it.
 */
export function parseParams<P extends Record<string, AnyParser>>(
  params: URLSearchParams,
  parsers: P,
  words: Words = expected,
) {
  const problems: QueryProblem[] = []
  const tell = (field: string, reason: QueryProblem['reason']) =>
    problems.push({ field, reason, expected: words[field] ?? '' })
  const values: Record<string, unknown> = {}
  for (const [field, parser] of Object.entries(parsers))
    values[field] = (params.has(field) ? parser.parse(params.getAll(field)) : null) ?? parser.defaultValue ?? null
  for (const field of new Set(params.keys())) {
    const given = params.getAll(field)
    const parser = Object.hasOwn(parsers, field) ? parsers[field] : undefined
    if (field === 'search' && parser && given.length === 1 && given[0]?.trim() === '') continue
    if (!parser) problems.push({ field, reason: 'unknown', expected: Object.keys(parsers).join(', ') })
    else if (parser.parse(given) === null) tell(field, given.length > 1 && parser !== upToFour ? 'doubled' : 'invalid')
  }
  const barred = Object.entries(beside).filter(([field, isRight]) => field in values && !isRight(values))
  for (const [field] of barred) {
    values[field] = null
    tell(field, 'invalid')
  }
  return { query: values as inferParserType<P>, problems }
}

/** The whole query, as the API takes it. */
export function parseCustomerQuery(params: URLSearchParams) {
  return parseParams(params, customerQuery)
}

/** The whole address of the list: what is asked or scanned for, and what is open over it. */
export function parseCustomerSearchParams(params: URLSearchParams) {
  return parseParams(params, customerSearchParams)
}

/** The filters alone, as a total takes them: without cursor and page size. */
export function parseCustomerFilters(params: URLSearchParams) {
  return parseParams(params, customerFilters)
}

/** A scan for deleted customers: nothing of them is left to filter by but type and `customer_id` (contract). */
export function parseDeletedScan(params: URLSearchParams) {
  return parseParams(params, deletedScan)
}

/** A scan for the customers that the filters match and that changed at one instant, which is required. */
export function parseChangedScan(params: URLSearchParams) {
  const { query, problems } = parseParams(params, changedScan)
  if (!params.has('changed_at'))
    problems.push({ field: 'changed_at', reason: 'invalid', expected: expected.changed_at })
  return { query, problems }
}

/** A scan for the customer who had another id before, which is required. */
export function parseFormerScan(params: URLSearchParams) {
  const { query, problems } = parseParams(params, formerScan)
  if (!params.has('was')) problems.push({ field: 'was', reason: 'invalid', expected: expected.was })
  return { query, problems }
}

/** One customer: by the etag of what the reader has, or anew. */
export function parseRecordQuery(params: URLSearchParams) {
  return parseParams(params, recordQuery, { etag: 'the etag of the answer before, in its quotes' })
}

/** A page of the tokens of a customer. */
export function parseTokensQuery(params: URLSearchParams) {
  return parseParams(params, tokensQuery, {
    ...expected,
    type: expected.token_type,
    starting_after: 'the id of the last token of the page before',
  })
}

/** A scan for the contacts of a customer. */
export function parseContactsScan(params: URLSearchParams) {
  return parseParams(params, contactsScan)
}
