import type { inferParserType } from 'nuqs/server'
import {
  type CustomerQuery,
  customerFilters,
  customerQuery,
  customerSearchParams,
  type ListFilters,
} from '@/lib/customers/filters/customer-query'
import { recordQuery, tokensQuery } from '@/lib/customers/filters/record-query'
import { filters } from '@/lib/customers/filters/registry'
import { changedScan, contactsScan, deletedScan, formerScan } from '@/lib/customers/filters/scan-query'
import type { Messages } from '@/lib/messages/messages'

/** Parses URL parameters by the schema of the customer list, and reports what is wrong with them. */

/** Names a text of the catalogue that says what a right value is. */
type Expected = keyof Messages['expected']

const filterExpected: Record<keyof ListFilters, Expected> = Object.assign(
  {},
  ...filters.map(({ expected }) => expected),
)

/** What a right value is, for each parameter: shown with a 400 and on the page. */
const expected: Record<keyof typeof customerSearchParams, Expected> = {
  ...filterExpected,
  limit: 'limit',
  starting_after: 'startingAfter',
  by_word: 'byWord',
  changed_at: 'instant',
  was: 'customerId',
  record: 'customerId',
  section: 'section',
  at: 'at',
  since_moved: 'instant',
  open: 'open',
  view: 'view',
}

/** What is wrong with a parameter. An unknown one has no right value, but others that are known. */
export type QueryProblem =
  | { field: string; reason: 'unknown'; known: string[] }
  | { field: string; reason: 'doubled' | 'invalid'; expected: Expected }

type AnyParser = { parse(values: string[]): unknown; defaultValue?: unknown; isList?: true }
type Rule = (query: Partial<CustomerQuery & ListFilters>) => boolean

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')

/** What each parameter needs or excludes beside it (contract; `only` and `by_word` are ours). One that breaks its rule sets nothing. */
const rules: Record<string, Rule> = {
  ...Object.assign({}, ...filters.map((filter) => filter.rules)),
  starting_after: ({ starting_after, since_datetime }) => !starting_after || !since_datetime,
  by_word: ({ by_word, search, starting_after }) =>
    // A part may be spelled with a hyphen where the search has a space.
    !by_word ||
    (Boolean(starting_after) && lettersOf(by_word) !== '' && lettersOf(search ?? '').includes(lettersOf(by_word))),
} satisfies Record<string, Rule>

/**
 * Parses those of `parsers` that stand in `params`: the values, null or the default for what is missing or wrong, and a
 * problem for each parameter that is wrong, doubled or not among them. An empty value is wrong, and not the same as none.
 */
export function parseParams<P extends Record<string, AnyParser>>(
  params: URLSearchParams,
  parsers: P,
  expectedValues: Record<keyof NoInfer<P>, Expected>,
) {
  const problems: QueryProblem[] = []
  const isKnown = (field: string): field is keyof P & string => Object.hasOwn(parsers, field)
  const report = (field: keyof P & string, reason: 'doubled' | 'invalid') =>
    problems.push({ field, reason, expected: expectedValues[field] })
  const values: Record<string, unknown> = {}
  // No value of Dintero's or of the audit log holds NUL, which PostgreSQL refuses.
  const parse = (parser: AnyParser, given: string[]) => (given.join('').includes('\0') ? null : parser.parse(given))
  for (const [field, parser] of Object.entries(parsers))
    values[field] = (params.has(field) ? parse(parser, params.getAll(field)) : null) ?? parser.defaultValue ?? null
  for (const field of new Set(params.keys())) {
    const given = params.getAll(field)
    const parser = isKnown(field) ? parsers[field] : undefined
    if (!parser || !isKnown(field)) problems.push({ field, reason: 'unknown', known: Object.keys(parsers) })
    else if (parse(parser, given) === null) report(field, given.length > 1 && !parser.isList ? 'doubled' : 'invalid')
  }
  const broken = Object.entries(rules).flatMap(([field, isKept]) => (isKnown(field) && !isKept(values) ? [field] : []))
  for (const field of broken) {
    values[field] = null
    report(field, 'invalid')
  }
  return { query: values as inferParserType<P>, problems }
}

/** The whole query, as the API takes it. */
export function parseCustomerQuery(params: URLSearchParams) {
  return parseParams(params, customerQuery, expected)
}

/** The whole URL of the list: what is queried or scanned for, and what is open over it. */
export function parseCustomerSearchParams(params: URLSearchParams) {
  return parseParams(params, customerSearchParams, expected)
}

/** The filters alone, as a total takes them: without cursor and page size. */
export function parseCustomerFilters(params: URLSearchParams) {
  return parseParams(params, customerFilters, expected)
}

/** A scan for deleted customers: only their type and `customer_id` are left to filter by (contract). */
export function parseDeletedScan(params: URLSearchParams) {
  return parseParams(params, deletedScan, expected)
}

/** A scan for the customers that the filters match and that changed at one instant; the instant is required. */
export function parseChangedScan(params: URLSearchParams) {
  const { query, problems } = parseParams(params, changedScan, expected)
  if (!params.has('changed_at'))
    problems.push({ field: 'changed_at', reason: 'invalid', expected: expected.changed_at })
  return { query, problems }
}

/** A scan for the customer that had another id before; that id is required. */
export function parseFormerScan(params: URLSearchParams) {
  const { query, problems } = parseParams(params, formerScan, expected)
  if (!params.has('was')) problems.push({ field: 'was', reason: 'invalid', expected: expected.was })
  return { query, problems }
}

/** One customer: unless it still has the etag that the reader knows. */
export function parseRecordQuery(params: URLSearchParams) {
  return parseParams(params, recordQuery, { etag: 'etag' })
}

/** A page of the tokens of a customer. */
export function parseTokensQuery(params: URLSearchParams) {
  return parseParams(params, tokensQuery, {
    ...expected,
    type: expected.token_type,
    starting_after: 'startingAfterToken',
  })
}

/** A scan for the contacts of a customer. */
export function parseContactsScan(params: URLSearchParams) {
  return parseParams(params, contactsScan, expected)
}
