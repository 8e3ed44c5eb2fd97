import fc from 'fast-check'

/** Random requests of a person who sees masked data: every route that reads, with every parameter, and every page. */

/** A customer as an upstream answers it. */
type Row = { id: string; customer_id: string; [name: string]: unknown }

export type ViewerRequest = {
  route: string
  customerId: string | null
  receiptId?: string
  receiptNumber?: string
  cardId?: string
  query: [name: string, value: string][]
}

/** A receipt, by its ids. */
type ReceiptKey = { customer_id: string; id: string }

/** A card, by its ids. */
type CardKey = { customer_id: string; card_id: string }

/** Numbers of receipts of the seed: of one till, of two, and of none. */
const receiptNumbers = ['214907', '12345', '300300', 'JP-1', '990099']

const routesOfLists = ['customers', 'customers-total', 'customers-deleted', 'customers-changed', 'customers-former']
const routesOfRecord = [
  'record',
  'tags',
  'tokens',
  'communication',
  'raw',
  'contacts',
  'contact-for',
  'departments',
  'receipts',
  'cards',
  'rules',
]
export const requestedRoutes = [
  ...routesOfLists,
  ...routesOfRecord,
  'receipt',
  'receipts-page',
  'card',
  'movements',
  ...['settings', 'account-tags', 'term', 'activity', 'activity-export', 'views', 'exports', 'page', 'record-page'],
] as const

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const companyOf = ({ company }: Row) => text((company as { bussiness_name?: unknown } | undefined)?.bussiness_name)
const organizationOf = ({ company }: Row) =>
  text((company as { organization_number?: unknown } | undefined)?.organization_number)
const namesOf = (row: Row) =>
  [row.first_name, row.last_name, companyOf(row), row.customer_id].map(text).filter((name) => name !== '')
const contactOf = (row: Row) => [row.email, row.phone_number].map(text).filter((value) => value.length > 3)
const formerIdsOf = ({ metadata }: Row) =>
  Object.values((metadata ?? {}) as Record<string, unknown>).map((change) =>
    text((change as { old?: unknown } | null)?.old),
  )
const attributesOf = ({ attributes }: Row) => Object.entries((attributes ?? {}) as Record<string, unknown>)

/** A part of a text from its beginning, never all of it. */
const beginning = (value: string, least = 1) =>
  fc
    .integer({ min: Math.min(least, value.length - 1) || 1, max: Math.max(1, value.length - 1) })
    .map((end) => value.slice(0, end))
const pick = <T>(values: readonly T[]) => fc.constantFrom(...values)
const choose = (values: readonly string[]) => pick(values.length === 0 ? ['none'] : values)

/**
 * The requests, about the customers of both upstreams, and about receipts and cards; no whole email, phone or token of either is among
 * them.
 */
export function viewerRequests(
  pools: readonly (readonly Row[])[],
  receipts: readonly ReceiptKey[],
  cards: readonly CardKey[],
): fc.Arbitrary<ViewerRequest> {
  const all = pools.flat()
  const wholes = new Set(all.flatMap(contactOf).map((value) => value.toLowerCase()))
  const names = [...new Set(all.flatMap(namesOf))]
  const contacts = [...new Set(all.flatMap(contactOf))]
  const instants = [...new Set(all.map(({ updated_at }) => text(updated_at)).filter((value) => value !== ''))]
  const ids = all.map(({ customer_id }) => customer_id)
  const takesOwners = new Set(['receipts', 'cards', 'rules'])
  const owners = [...ids, ...receipts.map(({ customer_id }) => customer_id)]
  const attributes = all.flatMap(attributesOf)
  const isNoWhole = (value: string) => !wholes.has(value.trim().toLowerCase())

  const phrase = pick(all).chain((row) => {
    const [first = 'a', last = 'b'] = namesOf(row)
    return fc
      .tuple(beginning(first), beginning(last), fc.boolean())
      .map(([a, b, turned]) => (turned ? `${last} ${a}` : `${first} ${b}`))
  })
  const search = fc
    .oneof(
      choose(names).chain(beginning),
      choose(names),
      choose(contacts).chain(beginning),
      choose(contacts).chain((contact) => beginning(contact.replace(/^\+/, ''), 4)),
      phrase,
      fc.constantFrom('+', '47', '9', 'a', 'no', 'nora', 'k-1', 'K-', 'other', ' nora', 'nora zzz', 'info', '@'),
      fc.string({ maxLength: 6 }),
    )
    .filter(isNoWhole)
  const attribute = pick(attributes)
  const cursor = pick(all).map(({ id }) => id)
  const sometimes = <T, N>(percent: number, value: fc.Arbitrary<T>, none: N) =>
    fc.oneof({ weight: percent, arbitrary: value }, { weight: 100 - percent, arbitrary: fc.constant(none) })
  const optional = (value: fc.Arbitrary<string>, percent: number) => sometimes(percent, value, null)

  const values: Record<string, fc.Arbitrary<string | null>> = {
    search: optional(search, 70),
    email: optional(
      choose(contacts)
        .chain(beginning)
        .map((value) => `${value}@example.no`)
        .filter(isNoWhole),
      10,
    ),
    phone_number: optional(
      fc
        .integer({ min: 1_000, max: 99_999 })
        .map((value) => `+47${value}`)
        .filter(isNoWhole),
      10,
    ),
    type: optional(fc.constantFrom('customer', 'company', 'contact', 'employee', 'other', 'any'), 30),
    tag_id: optional(fc.uuid(), 5),
    token_type: optional(fc.constantFrom('membership_card', 'payment_card', 'none'), 10),
    token_value: optional(fc.string({ minLength: 1, maxLength: 4 }), 5),
    include_deleted: optional(fc.constantFrom('true', 'false'), 30),
    since_datetime: optional(choose(instants), 20),
    limit: optional(fc.constantFrom('1', '2', '5', '10', '25', '100'), 70),
    starting_after: optional(cursor, 15),
    by_word: optional(search, 10),
    match: optional(fc.constant('words'), 20),
    changed_at: optional(fc.oneof(fc.constant('2023-02-14T03:00:00Z'), choose(instants)), 90),
    was: optional(choose(all.flatMap(formerIdsOf).filter((id) => id !== '')), 90),
    organization_number: optional(choose(all.map(organizationOf).filter((number) => number !== '')), 90),
    etag: optional(fc.constantFrom('"guessed"', 'W/"guessed"'), 20),
    person: optional(fc.constant('a@example.no'), 50),
    q: optional(search, 20),
    only: optional(fc.constant('deleted'), 5),
    record: optional(choose(ids), 10),
    open: optional(fc.constant('sole'), 20),
    view: optional(fc.constantFrom('all', 'new', 'deleted', 'companies', '3c90c3cc-0d44-4b50-8888-8dd25736052a'), 20),
  }
  const attributePairs = sometimes(
    25,
    fc
      .tuple(attribute, fc.boolean())
      .map(([[name, value], isValued]): [string, string][] => [
        ['attributes_keys', name],
        ...(isValued && !text(value).includes(',') ? [['attributes_values', String(value)] as [string, string]] : []),
      ]),
    [] as [string, string][],
  )
  const filters = ['search', 'email', 'phone_number', 'type', 'tag_id', 'token_type', 'token_value', 'include_deleted']
  const parameters: Record<string, readonly string[]> = {
    customers: [...filters, 'match', 'since_datetime', 'limit', 'starting_after', 'by_word'],
    'customers-total': [...filters, 'since_datetime'],
    'customers-deleted': ['search', 'type', 'starting_after'],
    'customers-changed': [...filters, 'changed_at', 'starting_after'],
    'customers-former': ['was', 'starting_after'],
    page: [
      ...filters,
      'match',
      'since_datetime',
      'limit',
      'starting_after',
      'by_word',
      'q',
      'only',
      'record',
      'open',
      'view',
    ],
    record: ['etag'],
    tokens: ['limit', 'token_type'],
    receipts: ['limit'],
    contacts: ['starting_after'],
    departments: ['organization_number'],
    activity: ['person'],
  }
  const takesAttributes = new Set(['customers', 'customers-total', 'customers-changed', 'page'])
  const often = fc.constantFrom('customers', 'customers-total', 'page', 'customers-deleted', 'customers-changed')

  return fc.oneof(often, fc.constantFrom(...requestedRoutes)).chain((route): fc.Arbitrary<ViewerRequest> => {
    if (route === 'receipts-page')
      return pick(receiptNumbers).map((receiptNumber) => ({ route, customerId: null, receiptNumber, query: [] }))
    if (route === 'card' || route === 'movements')
      return pick(cards).map(({ customer_id, card_id }) => ({
        route,
        customerId: customer_id,
        cardId: card_id,
        query: [],
      }))
    if (route === 'receipt')
      return pick(receipts).map(({ customer_id, id }) => ({ route, customerId: customer_id, receiptId: id, query: [] }))
    const own = (parameters[route] ?? []).map((name) =>
      (values[name] ?? fc.constant(null)).map((value): [string, string][] =>
        value === null ? [] : [[route === 'tokens' && name === 'token_type' ? 'type' : name, value]],
      ),
    )
    const isOfRecord = routesOfRecord.includes(route) || route === 'record-page'
    const pairs = fc.tuple(takesAttributes.has(route) ? attributePairs : fc.constant([]), ...own)
    return fc.record({
      route: fc.constant(route),
      customerId: isOfRecord ? fc.oneof(choose(takesOwners.has(route) ? owners : ids), search) : fc.constant(null),
      // Some have a single filter, since one that is refused hides the others.
      query: fc.tuple(pairs, fc.boolean()).map(([lists, isSingle]) => {
        const given = lists.filter(([first]) => first !== undefined)
        return (isSingle ? given.slice(0, 1) : given).flat()
      }),
    })
  })
}
