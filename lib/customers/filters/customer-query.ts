import { createLoader, createSerializer, type inferParserType } from 'nuqs/server'
import { instant, oneOf, pattern, single } from '@/lib/customers/filters/parsers'
import { filters } from '@/lib/customers/filters/registry'
import { maxSearchLength } from '@/lib/customers/filters/search'
import { maxCustomerIdLength } from '@/lib/customers/model/customer-id'
import { recordSections } from '@/lib/customers/model/record-section'
import { uuidPattern } from '@/lib/customers/model/uuid'
import { toProductView } from '@/lib/customers/views/product-views'

/**
 * The schema of the customer list: which customers it shows, under Dintero's own parameter names (contract, "Customer
 * collection"). The URL, the page, the route handlers and every link share it. The API parses it strictly (400 with the
 * field), the page leniently (the default and a notice); both in `parse-customer-query.ts`.
 */

type Filter = (typeof filters)[number]
type Merged<T> = (T extends unknown ? (all: T) => void : never) extends (all: infer All) => void
  ? { [name in keyof All]: All[name] }
  : never

/** The parsers of all filters. `Object.assign` of a list returns `any`, so the type is derived from the registry. */
export const customerFilters: Merged<Filter['params']> = Object.assign({}, ...filters.map(({ params }) => params))
const pageFilters: Merged<NonNullable<Filter['pageParams']>> = Object.assign(
  {},
  ...filters.map(({ pageParams }) => pageParams),
)

export const pageSizes = [10, 25, 50, 100] as const
export const defaultLimit = 25
/** The maximum number of rows per page of Dintero (contract). */
export const maxLimit = 100

export const customerQuery = {
  ...customerFilters,
  limit: single((text) => {
    const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
    return limit >= 1 && limit <= maxLimit ? limit : null
  }).withDefault(defaultLimit),
  // The cursor is an id of Dintero's: any text that can be one, so that a change of its form breaks nothing.
  // A sealed one (JWE, five parts) is longer.
  starting_after: pattern(/^(?:[\w.~-]{1,255}|[\w-]{1,99}\.\.[\w-]{16}\.[\w-]{1,700}\.[\w-]{22})$/),
  /**
   * The part by which a search of several words continues after its first page: the rarest, whose customers are read.
   */
  by_word: single((text) => (text.length <= maxSearchLength && text.trim() === text && text !== '' ? text : null)),
}

const customerId = single((text) => (text.length >= 1 && text.length <= maxCustomerIdLength ? text : null))

/**
 * What a scan of the list finds and no filter of Dintero does: only deleted customers, or those that changed in one
 * instant (to the millisecond) of which more exist than can be listed by it.
 */
export const customerScan = {
  ...pageFilters,
  changed_at: instant,
  /** A `customer_id` that a customer had before the present one: Dintero keeps it in `metadata` alone (contract). */
  was: customerId,
}

/** What is open on the screen: in the URL, but never part of a key or an API call. */
export const customerView = {
  record: customerId,
  /** The section of the open record to scroll to. */
  section: single((text) => recordSections.find((section) => section === text) ?? null),
  /** The number of the page, for display only; the cursor decides. */
  at: single((text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null)).withDefault(1),
  /** Where a list of changes continues: what `since_datetime` has moved to. The filter keeps where it began. */
  since_moved: instant,
  /** `sole`: where exactly one customer is found, its record is opened in place of the list (`/find`). */
  open: oneOf(['sole']),
  /** The view that the filters began as: the id of a saved one, or the name of one of the product. */
  view: single((text) => toProductView(text) ?? (uuidPattern.test(text) ? text : null)),
}

export type CustomerFilters = inferParserType<typeof customerFilters>
export type CustomerQuery = inferParserType<typeof customerQuery>

export const customerSearchParams = { ...customerQuery, ...customerScan, ...customerView }

export type CustomerSearchParams = inferParserType<typeof customerSearchParams>
/** What the person has set: Dintero's filters, and those that a scan answers. */
export type ListFilters = CustomerFilters & inferParserType<typeof pageFilters>

/**
 * The canonical text of a query, `?search=ola&limit=50`: fixed order, defaults left out. It is the key and the call.
 */
export const serializeCustomerQuery = createSerializer(customerQuery)
/** The canonical text of a whole URL of the list: what is queried, and what is open. */
export const serializeCustomerSearchParams = createSerializer(customerSearchParams)
export const serializeCustomerFilters = createSerializer(customerFilters)

/** The filters of a query: all but the position in the list. */
export function toFilters({ limit, starting_after, by_word, ...filters }: CustomerQuery): CustomerFilters {
  return filters
}

/** The params that stand in a schema, or in values by it. */
const pick = <S extends Partial<Record<keyof CustomerSearchParams, unknown>>>(
  schema: S,
  params: CustomerSearchParams,
) =>
  Object.fromEntries(Object.entries(params).filter(([name]) => name in schema)) as Pick<
    CustomerSearchParams,
    keyof S & keyof CustomerSearchParams
  >

/** What a URL queries of the API: without what is open, and a list of changes from where it continues. */
export function toApiQuery(params: CustomerSearchParams): CustomerQuery {
  const query = pick(customerQuery, params)
  const { since_moved } = params
  return since_moved !== null && query.since_datetime !== null ? { ...query, since_datetime: since_moved } : query
}

/** No filter at all. */
export const noFilters: CustomerFilters = createLoader(customerFilters)('')
/** No filter at all, and no scan for deleted customers. */
export const noListFilters: ListFilters = { ...noFilters, ...createLoader(pageFilters)('') }

/** The filters of the search params, without the page and without what is open. */
export const toListFilters = (params: CustomerSearchParams): ListFilters => pick(noListFilters, params)

/** Whether any filter is set. */
export function isFiltered(query: CustomerFilters): boolean {
  return serializeCustomerFilters({ ...query }) !== ''
}

/** The filters that are set: at least one of their parameters has a value. */
export function activeFilters(values: Partial<ListFilters>): readonly Filter[] {
  const setParams = new Set(Object.entries(values).flatMap(([name, value]) => (value ? [name] : [])))
  return filters.filter(({ params, pageParams }) =>
    Object.keys({ ...params, ...pageParams }).some((param) => setParams.has(param)),
  )
}

const ofOneAccount = new Set(
  filters.flatMap(({ isOfOneAccount, params }) => (isOfOneAccount ? Object.keys(params) : [])),
)

/** The filters that mean the same in every account: without those whose values exist in one account only. */
export function withoutAccountFilters(values: CustomerFilters): CustomerFilters {
  return { ...values, ...Object.fromEntries(Object.entries(noFilters).filter(([name]) => ofOneAccount.has(name))) }
}
