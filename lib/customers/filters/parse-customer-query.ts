import type { inferParserType } from 'nuqs/server'
import {
  type CustomerQuery,
  customerFilters,
  customerQuery,
  customerSearchParams,
  type ListFilters,
} from '@/lib/customers/filters/customer-query'
import { instantExpected } from '@/lib/customers/filters/parsers'
import { recordQuery, tokensQuery } from '@/lib/customers/filters/record-query'
import { filters } from '@/lib/customers/filters/registry'
import { changedScan, contactsScan, deletedScan, formerScan } from '@/lib/customers/filters/scan-query'
import { recordSections } from '@/lib/customers/model/record-section'

/** Parses URL parameters by the schema of the customer list, and reports what is wrong with them. */

const customerIdExpected = 'a customer_id of 1 to 255 characters'
const filterExpected: Record<keyof ListFilters, string> = Object.assign({}, ...filters.map(({ expected }) => expected))

/** What a right value is, for each parameter: shown with a 400 and in the notice of the page. */
export const expected: Record<keyof typeof customerSearchParams, string> = {
  ...filterExpected,
  limit: 'a whole number from 1 to 100',
  starting_after: 'the id of the last customer of the page before, and left out beside since_datetime',
  by_word: 'a part of the search, beside starting_after',
  changed_at: instantExpected,
  was: customerIdExpected,
  record: customerIdExpected,
  section: `one of ${recordSections.join(', ')}`,
  at: 'a whole number from 1',
  since_moved: instantExpected,
}

export type QueryProblem = { field: string; reason: 'unknown' | 'doubled' | 'invalid'; expected: string }

type AnyParser = { parse(values: string[]): unknown; defaultValue?: unknown; isList?: true }
type Rule = (query: Partial<CustomerQuery & ListFilters>) => boolean

/** What each parameter needs or excludes beside it (contract; `only` and `by_word` are ours). One that breaks its rule sets nothing. */
const rules: Record<string, Rule> = {
  ...Object.assign({}, ...filters.map((filter) => filter.rules)),
  starting_after: ({ starting_after, since_datetime }) => !starting_after || !since_datetime,
  by_word: ({ by_word, search, starting_after }) =>
    !by_word || (Boolean(starting_after) && (search?.replace(/\s+/g, ' ').includes(by_word) ?? false)),
} satisfies Record<string, Rule>

/**
 * Parses those of `parsers` that stand in `params`: the values, null or the default for what is missing or wrong, and a
 * problem for each parameter that is wrong, doubled or not among them. An empty `search` is none: a plain form sends it.
 */
export function parseParams<P extends Record<string, AnyParser>>(
  params: URLSearchParams,
  parsers: P,
  expectedValues: Record<string, string> = expected,
) {
  const problems: QueryProblem[] = []
  const report = (field: string, reason: QueryProblem['reason']) =>
    problems.push({ field, reason, expected: expectedValues[field] ?? '' })
  const values: Record<string, unknown> = {}
  // No value of Dintero's or of the audit log holds NUL, which PostgreSQL refuses.
  const parse = (parser: AnyParser, given: string[]) => (given.join('').includes('\0') ? null : parser.parse(given))
  for (const [field, parser] of Object.entries(parsers))
    values[field] = (params.has(field) ? parse(parser, params.getAll(field)) : null) ?? parser.defaultValue ?? null
  for (const field of new Set(params.keys())) {
    const given = params.getAll(field)
    const parser = Object.hasOwn(parsers, field) ? parsers[field] : undefined
    if (field === 'search' && parser && given.length === 1 && given[0]?.trim() === '') continue
    if (!parser) problems.push({ field, reason: 'unknown', expected: Object.keys(parsers).join(', ') })
    else if (parse(parser, given) === null) report(field, given.length > 1 && !parser.isList ? 'doubled' : 'invalid')
  }
  const broken = Object.entries(rules).filter(([field, isKept]) => field in values && !isKept(values))
  for (const [field] of broken) {
    values[field] = null
    report(field, 'invalid')
  }
  return { query: values as inferParserType<P>, problems }
}

/** The whole query, as the API takes it. */
export function parseCustomerQuery(params: URLSearchParams) {
  return parseParams(params, customerQuery)
}

/** The whole URL of the list: what is queried or scanned for, and what is open over it. */
export function parseCustomerSearchParams(params: URLSearchParams) {
  return parseParams(params, customerSearchParams)
}

/** The filters alone, as a total takes them: without cursor and page size. */
export function parseCustomerFilters(params: URLSearchParams) {
  return parseParams(params, customerFilters)
}

/** A scan for deleted customers: only their type and `customer_id` are left to filter by (contract). */
export function parseDeletedScan(params: URLSearchParams) {
  return parseParams(params, deletedScan)
}

/** A scan for the customers that the filters match and that changed at one instant; the instant is required. */
export function parseChangedScan(params: URLSearchParams) {
  const { query, problems } = parseParams(params, changedScan)
  if (!params.has('changed_at'))
    problems.push({ field: 'changed_at', reason: 'invalid', expected: expected.changed_at })
  return { query, problems }
}

/** A scan for the customer that had another id before; that id is required. */
export function parseFormerScan(params: URLSearchParams) {
  const { query, problems } = parseParams(params, formerScan)
  if (!params.has('was')) problems.push({ field: 'was', reason: 'invalid', expected: expected.was })
  return { query, problems }
}

/** One customer: unless it still has the etag that the reader knows. */
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
