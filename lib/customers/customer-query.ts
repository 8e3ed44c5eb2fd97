import { createMultiParser, createSerializer, type inferParserType } from 'nuqs/server'
import { customerTypeFilters } from '@/lib/customers/customer-type-filter'
import { isPaymentCardNumber } from '@/lib/customers/payment-card'

/**
 * THE search schema: what the address bar, the page, the route handler and every link say about which customers are
 * asked for, under Dintero's own parameter names (contract, "Customer collection"). The API reads it strictly (400 with
 * the field), the page leniently (the default and a notice); both go through `readCustomerQuery`.
 */

/** A parameter that stands once: a doubled one is as wrong as a malformed one. */
function once<T>(parse: (text: string) => T | null, serialize: (value: T) => string = String) {
  return createMultiParser<T>({
    parse: (values) => (values.length === 1 && values[0] !== undefined ? parse(values[0]) : null),
    serialize: (value) => [serialize(value)],
  })
}

/** A payment card number is never asked for, but as a token. */
const pattern = (shape: RegExp) => once((text) => (shape.test(text) && !isPaymentCardNumber(text) ? text : null))

/** A parameter that may stand up to four times, each a text that Dintero cannot take for two (contract: a comma parts). */
const upToFour = createMultiParser<string[]>({
  parse: (values) =>
    values.length <= mostAttributes &&
    values.every((value) => /^[^,]{1,255}$/s.test(value) && !isPaymentCardNumber(value))
      ? [...values]
      : null,
  serialize: (values) => values,
  eq: (a, b) => a.length === b.length && a.every((value, at) => value === b[at]),
})

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const pageSizes = [10, 25, 50, 100] as const
export const defaultLimit = 25
/** The longest search text, in UTF-16 units: as long as the longest `customer_id`. */
export const longestSearch = 255
/** As many attributes can be asked for at once (contract). */
export const mostAttributes = 4

/** An instant as Dintero writes them: ISO 8601 with its zone, down to microseconds, which are kept as they came. */
const instant = once((text) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : null,
)

export const customerFilters = {
  search: once((text) =>
    text.length <= longestSearch && text.trim() !== '' && !isPaymentCardNumber(text) ? text : null,
  ),
  email: pattern(/^(?=.{3,320}$)[^\s@]+@[^\s@]+$/),
  phone_number: pattern(/^\+?[1-9]\d{1,14}$/),
  type: once((text) => customerTypeFilters.find((type) => type === text) ?? null),
  tag_id: pattern(uuid),
  token_type: pattern(/^.{1,255}$/s),
  token_value: once((text) => (/^.{1,1000}$/s.test(text) ? text : null)),
  attributes_keys: upToFour,
  attributes_values: upToFour,
  since_datetime: instant,
  include_deleted: once((text) => (text === 'true' ? true : text === 'false' ? false : null)).withDefault(false),
}

export const customerQuery = {
  ...customerFilters,
  limit: once((text) => {
    const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
    return limit >= 1 && limit <= 100 ? limit : null
  }).withDefault(defaultLimit),
  // The cursor is an id of Dintero's: any text that can be one, so that a change of its form breaks nothing.
  starting_after: pattern(/^[\w.~-]{1,255}$/),
  /** The part by which a search of several words goes on after its first page: the rarest, whose customers are read. */
  by_word: once((text) => (text.length <= longestSearch && text.trim() === text && text !== '' ? text : null)),
}

/**
 * What no filter of Dintero's can ask and a scan of the list finds: deleted customers alone, or those that changed in one
 * instant (to the millisecond) of which more exist than can be listed by it.
 */
export const customerScan = {
  only: once((text) => (text === 'deleted' ? text : null)),
  changed_at: instant,
}

/** What is open on the screen: in the address, but never part of a key or an API call. */
export const customerView = {
  record: once((text) => (text.length >= 1 && text.length <= 255 ? text : null)),
  /** The page's ordinal, for display only; the cursor decides. */
  at: once((text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null)).withDefault(1),
  /** Where a list of changes goes on: what `since_datetime` has moved to. The filter keeps where it began. */
  since_moved: instant,
}

export type CustomerFilters = inferParserType<typeof customerFilters>
export type CustomerQuery = inferParserType<typeof customerQuery>

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
  record: 'a customer_id of 1 to 255 characters',
  at: 'a whole number from 1',
  since_moved: instantExpected,
}

export type QueryProblem = { field: string; reason: 'unknown' | 'doubled' | 'invalid'; expected: string }

type AnyParser = { parse(values: string[]): unknown; defaultValue?: unknown }
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
function read<P extends Record<string, AnyParser>>(params: URLSearchParams, parsers: P) {
  const problems: QueryProblem[] = []
  const tell = (field: string, reason: QueryProblem['reason']) =>
    problems.push({ field, reason, expected: (expected as Record<string, string>)[field] ?? '' })
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
export function readCustomerQuery(params: URLSearchParams) {
  return read(params, customerQuery)
}

export const customerAddress = { ...customerQuery, ...customerScan, ...customerView }

/** The whole address of the list: what is asked or scanned for, and what is open over it. */
export function readCustomerAddress(params: URLSearchParams) {
  return read(params, customerAddress)
}

/** The filters alone, as a total takes them: without cursor and page size. */
export function readCustomerFilters(params: URLSearchParams) {
  return read(params, customerFilters)
}

const scanned = {
  starting_after: customerQuery.starting_after,
  type: customerFilters.type,
  search: customerFilters.search,
}

/** A scan for deleted customers: nothing of them is left to filter by but type and `customer_id` (contract). */
export function readDeletedScan(params: URLSearchParams) {
  return read(params, scanned)
}

const { since_datetime: _, ...unchangedFilters } = customerFilters
const changedScan = { ...unchangedFilters, starting_after: customerQuery.starting_after, changed_at: instant }

/** A scan for the customers that the filters match and that changed at one instant, which is required. */
export function readChangedScan(params: URLSearchParams) {
  const { query, problems } = read(params, changedScan)
  if (!params.has('changed_at'))
    problems.push({ field: 'changed_at', reason: 'invalid', expected: expected.changed_at })
  return { query, problems }
}

export type CustomerAddress = inferParserType<typeof customerAddress>
export type DeletedScan = inferParserType<typeof scanned>
export type ChangedScan = inferParserType<typeof changedScan>

/** The canonical text of a query, `?search=ola&limit=50`: fixed order, defaults left out. It is the key and the call. */
export const serializeCustomerQuery = createSerializer(customerQuery)
/** The canonical text of a whole address of the list: what is asked, and what is open. */
export const serializeCustomerAddress = createSerializer(customerAddress)
export const serializeCustomerFilters = createSerializer(customerFilters)
export const serializeDeletedScan = createSerializer(scanned)
export const serializeChangedScan = createSerializer(changedScan)

/** The filters of a query: all but where in the list the person is. */
export function filtersOf({ limit, starting_after, by_word, ...filters }: CustomerQuery): CustomerFilters {
  return filters
}

/** What an address asks Dintero for: without what is open, and a list of changes from where it has come to. */
export function askedOf({ record, at, since_moved, only, changed_at, ...query }: CustomerAddress): CustomerQuery {
  return since_moved !== null && query.since_datetime !== null ? { ...query, since_datetime: since_moved } : query
}

/** No filter at all. */
export const noFilters: CustomerFilters = filtersOf(readCustomerQuery(new URLSearchParams()).query)

/** Whether any filter is set. */
export function isFiltered(query: CustomerFilters): boolean {
  return serializeCustomerFilters({ ...query }) !== ''
}
