import { createMultiParser, createSerializer, type inferParserType } from 'nuqs/server'
import { customerTypeFilters } from '@/lib/customers/filters/customer-type-filter'
import { maxCustomerIdLength } from '@/lib/customers/model/customer-id'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { recordSections } from '@/lib/customers/model/record-section'
import { uuidPattern } from '@/lib/customers/model/uuid'

/**
 * THE search schema: what the address bar, the page, the route handler and every link say about which customers are
 * asked for, under Dintero's own parameter names (contract, "Customer collection"). The API reads it strictly (400 with
 * the field), the page leniently (the default and a notice); both go through `parseCustomerQuery`.
 */

/** A parameter that stands once: a doubled one is as wrong as a malformed one. */
export function once<T>(parse: (text: string) => T | null, serialize: (value: T) => string = String) {
  return createMultiParser<T>({
    parse: (values) => (values.length === 1 && values[0] !== undefined ? parse(values[0]) : null),
    serialize: (value) => [serialize(value)],
  })
}

/** A payment card number is never asked for, but as a token. */
const pattern = (shape: RegExp) => once((text) => (shape.test(text) && !isPaymentCardNumber(text) ? text : null))

/** A parameter that may stand up to four times, each a text that Dintero cannot take for two (contract: a comma parts). */
export const upToFour = createMultiParser<string[]>({
  parse: (values) =>
    values.length <= maxAttributes &&
    values.every((value) => /^[^,]{1,255}$/s.test(value) && !isPaymentCardNumber(value))
      ? [...values]
      : null,
  serialize: (values) => values,
  eq: (a, b) => a.length === b.length && a.every((value, at) => value === b[at]),
})

export const pageSizes = [10, 25, 50, 100] as const
export const defaultLimit = 25
/** As many rows as Dintero gives at once (contract). */
export const maxLimit = 100
/** The longest search text, in UTF-16 units: as long as the longest `customer_id`. */
export const maxSearchLength = 255
/** As many attributes can be asked for at once (contract). */
export const maxAttributes = 4

/** An instant as Dintero writes them: ISO 8601 with its zone, down to microseconds, which are kept as they came. */
export const instant = once((text) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : null,
)

export const customerFilters = {
  search: once((text) =>
    text.length <= maxSearchLength && text.trim() !== '' && !isPaymentCardNumber(text) ? text : null,
  ),
  email: pattern(/^(?=.{3,320}$)[^\s@]+@[^\s@]+$/),
  phone_number: pattern(/^\+?[1-9]\d{1,14}$/),
  type: once((text) => customerTypeFilters.find((type) => type === text) ?? null),
  tag_id: pattern(uuidPattern),
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
    return limit >= 1 && limit <= maxLimit ? limit : null
  }).withDefault(defaultLimit),
  // The cursor is an id of Dintero's: any text that can be one, so that a change of its form breaks nothing.
  starting_after: pattern(/^[\w.~-]{1,255}$/),
  /** The part by which a search of several words goes on after its first page: the rarest, whose customers are read. */
  by_word: once((text) => (text.length <= maxSearchLength && text.trim() === text && text !== '' ? text : null)),
}

const customerId = once((text) => (text.length >= 1 && text.length <= maxCustomerIdLength ? text : null))

/**
 * What no filter of Dintero's can ask and a scan of the list finds: deleted customers alone, or those that changed in one
 * instant (to the millisecond) of which more exist than can be listed by it.
 */
export const customerScan = {
  only: once((text) => (text === 'deleted' ? text : null)),
  changed_at: instant,
  /** A `customer_id` that a customer had before the one of now: Dintero keeps it in `metadata` alone (contract). */
  was: customerId,
}

/** What is open on the screen: in the address, but never part of a key or an API call. */
export const customerView = {
  record: customerId,
  /** The section of the open record that was jumped to. */
  section: once((text) => recordSections.find((section) => section === text) ?? null),
  /** The page's ordinal, for display only; the cursor decides. */
  at: once((text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null)).withDefault(1),
  /** Where a list of changes goes on: what `since_datetime` has moved to. The filter keeps where it began. */
  since_moved: instant,
}

export type CustomerFilters = inferParserType<typeof customerFilters>
export type CustomerQuery = inferParserType<typeof customerQuery>

export const customerSearchParams = { ...customerQuery, ...customerScan, ...customerView }

export type CustomerSearchParams = inferParserType<typeof customerSearchParams>
/** What the person has set: the filters, and whether only deleted customers are listed. */
export type ListFilters = CustomerFilters & Pick<CustomerSearchParams, 'only'>

/** The canonical text of a query, `?search=ola&limit=50`: fixed order, defaults left out. It is the key and the call. */
export const serializeCustomerQuery = createSerializer(customerQuery)
/** The canonical text of a whole address of the list: what is asked, and what is open. */
export const serializeCustomerSearchParams = createSerializer(customerSearchParams)
export const serializeCustomerFilters = createSerializer(customerFilters)

/** The filters of a query: all but where in the list the person is. */
export function toFilters({ limit, starting_after, by_word, ...filters }: CustomerQuery): CustomerFilters {
  return filters
}

/** What an address asks Dintero for: without what is open, and a list of changes from where it has come to. */
export function toApiQuery({
  record,
  section,
  at,
  since_moved,
  only,
  changed_at,
  was,
  ...query
}: CustomerSearchParams): CustomerQuery {
  return since_moved !== null && query.since_datetime !== null ? { ...query, since_datetime: since_moved } : query
}

/** No filter at all. */
export const noFilters: CustomerFilters = {
  search: null,
  email: null,
  phone_number: null,
  type: null,
  tag_id: null,
  token_type: null,
  token_value: null,
  attributes_keys: null,
  attributes_values: null,
  since_datetime: null,
  include_deleted: false,
}

/** No filter at all, and no scan for deleted customers. */
export const noListFilters: ListFilters = { ...noFilters, only: null }

/** Whether any filter is set. */
export function isFiltered(query: CustomerFilters): boolean {
  return serializeCustomerFilters({ ...query }) !== ''
}
