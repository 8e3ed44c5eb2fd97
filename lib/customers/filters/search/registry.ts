import { attributesSearch } from '@/lib/customers/filters/search/attributes'
import { deletedSearch } from '@/lib/customers/filters/search/deleted'
import { emailSearch } from '@/lib/customers/filters/search/email'
import { phoneSearch } from '@/lib/customers/filters/search/phone'
import { searchSearch } from '@/lib/customers/filters/search/search'
import { sinceSearch } from '@/lib/customers/filters/search/since'
import { tagSearch } from '@/lib/customers/filters/search/tag'
import { tokenSearch } from '@/lib/customers/filters/search/token'
import { typeSearch } from '@/lib/customers/filters/search/type'

/** All filters with what the search box knows of them, in the order of the registry beside them. */
export const searchFilters = [
  searchSearch,
  emailSearch,
  phoneSearch,
  typeSearch,
  tagSearch,
  tokenSearch,
  attributesSearch,
  sinceSearch,
  deletedSearch,
] as const
