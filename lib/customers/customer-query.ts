import { createMultiParser, createSerializer, type inferParserType } from 'nuqs/server'
import { customerTypeFilters } from '@/lib/customers/customer-type-filter'

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

const pattern = (shape: RegExp) => once((text) => (shape.test(text) ? text : null))

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const pageSizes = [10, 25, 50, 100] as const
export const defaultLimit = 25
/** The longest search text, in UTF-16 units: as long as the longest `customer_id`. */
export const longestSearch = 255

export const customerFilters = {
  search: once((text) => (text.length <= longestSearch && text.trim() !== '' ? text : null)),
  email: pattern(/^(?=.{3,320}$)[^\s@]+@[^\s@]+$/),
  phone_number: pattern(/^\+?[1-9]\d{1,14}$/),
  type: once((text) => customerTypeFilters.find((type) => type === text) ?? null),
  tag_id: pattern(uuid),
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
}

/** What is open on the screen: in the address, but never part of a key or an API call. */
export const customerView = {
  record: once((text) => (text.length >= 1 && text.length <= 255 ? text : null)),
  /** The page's ordinal, for display only; the cursor decides. */
  at: once((text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null)).withDefault(1),
}

export type CustomerFilters = inferParserType<typeof customerFilters>
export type CustomerQuery = inferParserType<typeof customerQuery>

/** What would be right, for each parameter: shown with a 400 and in the notice of the page. */
export const expected: Record<keyof typeof customerQuery | keyof typeof customerView, string> = {
  search: 'a text of 1 to 255 characters',
  email: 'one complete email address',
  phone_number: 'a phone number in E.164, such as +4799999999',
  type: `one of ${customerTypeFilters.join(', ')}`,
  tag_id: 'the id (a UUID) of a tag',
  include_deleted: 'true or false',
  limit: 'a whole number from 1 to 100',
  starting_after: 'the id of the last customer of the page before',
  record: 'a customer_id of 1 to 255 characters',
  at: 'a whole number from 1',
}

export type QueryProblem = { field: string; reason: 'unknown' | 'doubled' | 'invalid'; expected: string }

type AnyParser = { parse(values: string[]): unknown; defaultValue?: unknown }

/**
 * Reads those of `parsers` that stand in `params`: the values, null or the default for what is missing or wrong, and a
 * problem for each parameter that is wrong, doubled or not among them. An empty `search` is none: a plain form sends it.
 */
function read<P extends Record<string, AnyParser>>(params: URLSearchParams, parsers: P, alsoAllowed: object = {}) {
  const problems: QueryProblem[] = []
  for (const field of new Set(params.keys())) {
    const values = params.getAll(field)
    const known: Record<string, AnyParser> = { ...alsoAllowed, ...parsers }
    const parser = Object.hasOwn(known, field) ? known[field] : undefined
    if (field === 'search' && parser && values.length === 1 && values[0]?.trim() === '') continue
    if (!parser) problems.push({ field, reason: 'unknown', expected: Object.keys(parsers).join(', ') })
    else if (parser.parse(values) === null)
      problems.push({
        field,
        reason: values.length > 1 ? 'doubled' : 'invalid',
        expected: (expected as Record<string, string>)[field] ?? '',
      })
  }
  const entries = Object.entries(parsers).map(([field, parser]) => [
    field,
    (params.has(field) ? parser.parse(params.getAll(field)) : null) ?? parser.defaultValue ?? null,
  ])
  return { query: Object.fromEntries(entries) as inferParserType<P>, problems }
}

/** The whole query. With `view`, what belongs to the screen is allowed as well, as on the page. */
export function readCustomerQuery(params: URLSearchParams, { view = false } = {}) {
  return read(params, customerQuery, view ? customerView : {})
}

/** The whole address of the list: the query, and what is open over it. */
export function readCustomerAddress(params: URLSearchParams) {
  return read(params, { ...customerQuery, ...customerView })
}

/** The filters alone, as a total takes them: without cursor and page size. */
export function readCustomerFilters(params: URLSearchParams) {
  return read(params, customerFilters)
}

/** The canonical text of a query, `?search=ola&limit=50`: fixed order, defaults left out. It is the key and the call. */
export const serializeCustomerQuery = createSerializer(customerQuery)
/** The canonical text of a whole address of the list: what is asked, and what is open. */
export const serializeCustomerAddress = createSerializer({ ...customerQuery, ...customerView })
export const serializeCustomerFilters = createSerializer(customerFilters)

/** The filters of a query: all but where in the list the person is. */
export function filtersOf({ limit, starting_after, ...filters }: CustomerQuery): CustomerFilters {
  return filters
}

/** Whether any filter is set. */
export function isFiltered(query: CustomerFilters): boolean {
  return serializeCustomerFilters({ ...query }) !== ''
}
