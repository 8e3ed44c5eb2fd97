import type { Customer, CustomerToken } from '../customer'
import type { Random } from '../generate/random'
import { tagIds } from '../seed/seed'

export type BenchCustomer = Customer & { tokens: CustomerToken[] }

type Shape = { shape: string; query: (customer: BenchCustomer, random: Random) => { [parameter: string]: string } }

const letters = [...'abeghijklmnorstvøå']
const wideSearches = [
  ...letters,
  '+',
  '+4',
  '+47',
  '4',
  'k',
  'k-',
  'an',
  'ma',
  'ha',
  'no',
  '+474',
  'joh',
  'krist',
  'kristian',
]

const token = (customer: BenchCustomer) => customer.tokens.find(({ deleted_at }) => !deleted_at)?.value ?? 'none'
const attribute = (customer: BenchCustomer) => String(customer.attributes?.favorite_sport ?? 'Ski')

/** The query shapes with a time limit. */
export const shapes: Shape[] = [
  { shape: 'first page', query: () => ({}) },
  { shape: 'a page far back', query: (customer) => ({ starting_after: customer.id }) },
  { shape: 'rare prefix', query: (customer) => ({ search: `${customer.first_name?.slice(0, 3)}zq` }) },
  { shape: 'customer_id as prefix', query: (customer) => ({ search: customer.customer_id }) },
  { shape: 'whole name as prefix', query: (customer) => ({ search: customer.last_name || 'nor' }) },
  { shape: 'one-letter prefix', query: (_, random) => ({ search: random.pick(letters) }) },
  {
    shape: 'wide prefix, far back',
    query: (customer, random) => ({ search: random.pick(wideSearches), starting_after: customer.id }),
  },
  { shape: 'no match', query: (_, random) => ({ search: `qx${random.int(1e6)}` }) },
  { shape: 'exact email', query: (customer) => ({ email: customer.email || 'no@example.no' }) },
  { shape: 'exact phone', query: (customer) => ({ phone_number: customer.phone_number || '+4742000000' }) },
  {
    shape: 'type',
    query: (_, random) => ({ type: random.pick(['customer', 'company', 'employee', 'other', 'any', 'contact']) }),
  },
  { shape: 'tag', query: (_, random) => ({ tag_id: random.pick(Object.values(tagIds)) }) },
  {
    shape: 'attribute with value',
    query: (customer) => ({ attributes_keys: 'favorite_sport', attributes_values: attribute(customer) }),
  },
  { shape: 'token', query: (customer) => ({ token_value: token(customer) }) },
  { shape: 'changed since', query: (customer) => ({ since_datetime: customer.updated_at ?? customer.created_at }) },
  { shape: 'deleted included', query: (customer) => ({ include_deleted: 'true', starting_after: customer.id }) },
  { shape: 'prefix with contacts', query: (_, random) => ({ search: random.pick(wideSearches), type: 'any' }) },
  { shape: 'total: all', query: () => ({ total: 'true', limit: '1' }) },
  {
    shape: 'total: wide prefix',
    query: (_, random) => ({ total: 'true', limit: '1', search: random.pick(wideSearches) }),
  },
  {
    shape: 'total: type',
    query: (_, random) => ({ total: 'true', limit: '1', type: random.pick(['customer', 'company', 'any']) }),
  },
  { shape: 'total: tag', query: () => ({ total: 'true', limit: '1', tag_id: tagIds.Medlem }) },
  { shape: 'total: attribute', query: () => ({ total: 'true', limit: '1', attributes_keys: 'favorite_sport' }) },
  {
    shape: 'total: changed since',
    query: (customer) => ({ total: 'true', limit: '1', since_datetime: customer.updated_at ?? customer.created_at }),
  },
]

const since = (customer: BenchCustomer) => ({ since_datetime: customer.updated_at ?? customer.created_at })
const filters: [string, Shape['query']][] = [
  ['prefix', (_, random) => ({ search: random.pick(wideSearches) })],
  ['tag', () => ({ tag_id: tagIds.Medlem })],
  ['type', () => ({ type: 'customer' })],
  ['attribute', () => ({ attributes_keys: 'favorite_sport', attributes_values: 'Ski' })],
  ['token type', () => ({ token_type: 'membership_card' })],
  ['email', (customer) => ({ email: customer.email || 'no@example.no' })],
  ['changed since', since],
  ['deleted', () => ({ include_deleted: 'true' })],
]

/** Pairs of filters, with a limit of one second. */
export const pairs: Shape[] = filters.flatMap(([name, query], at) =>
  filters.slice(at + 1).map(([other, otherQuery]) => ({
    shape: `${name} + ${other}`,
    query: (customer: BenchCustomer, random: Random) => ({
      total: 'true',
      ...query(customer, random),
      ...otherQuery(customer, random),
    }),
  })),
)
