import { attributes } from '@/lib/customers/filters/attributes'
import { deleted } from '@/lib/customers/filters/deleted'
import { email } from '@/lib/customers/filters/email'
import { phone } from '@/lib/customers/filters/phone'
import { search } from '@/lib/customers/filters/search'
import { since } from '@/lib/customers/filters/since'
import { tag } from '@/lib/customers/filters/tag'
import { token } from '@/lib/customers/filters/token'
import { type } from '@/lib/customers/filters/type'

/** All filters of the customer list, in the order of their parameters in a URL and of their operators in a printed text. */
export const filters = [search, email, phone, type, tag, token, attributes, since, deleted] as const

const facetRank = { choices: 0, tags: 0, attributes: 1, token: 2, instant: 2, value: 3, switch: 4 }
const rankOf = ({ facet }: (typeof filters)[number]) => (facet ? facetRank[facet.kind] : 0)

/** The filters of the filter bar: menus first, then forms, chips that only the search box sets, and switches. */
export const barFilters = filters.filter(({ facet }) => facet).toSorted((a, b) => rankOf(a) - rankOf(b))
