import type { AccountName } from '@/lib/account'
import type { CustomerFilters } from '@/lib/customers/filters/customer-query'
import { activeFilters } from '@/lib/customers/filters/customer-query'
import type { FilterAlternative } from '@/lib/customers/filters/filter'
import { filters as allFilters } from '@/lib/customers/filters/registry'

type Kind = FilterAlternative<never>['kind']

/** A query to try where nothing was found. */
export type Alternative = {
  kind: Kind
  /** What it is about, for the person: a part of the text, a number, an account's name. */
  value: string
  filters: CustomerFilters
  accountId: string
  /** Whether it is known to match no customer. */
  isImpossible: boolean
}

const likeliestFirst: readonly Kind[] = [
  'contacts',
  'any_type',
  'deleted',
  'email_begins',
  'phone_begins',
  'without_plus',
  'with_plus',
  'word',
  'account',
]

/**
 * The alternatives to a query that matches no customer, the most promising first: other kinds of customers, a part instead
 * of the whole text, each word alone, the other accounts. Each is one call to Dintero, made when the person requests it.
 */
export function findAlternatives(
  filters: CustomerFilters,
  accountId: string,
  accounts: readonly AccountName[],
): Alternative[] {
  const alternatives = allFilters.flatMap((filter) =>
    (filter.alternatives?.({ ...filters, only: null }) ?? []).map(({ kind, value = '', change }) => {
      const changed = { ...filters, ...change }
      const isImpossible = kind === 'deleted' && activeFilters(changed).some(({ findsDeleted }) => !findsDeleted)
      return { kind, value, filters: changed, accountId, isImpossible }
    }),
  )
  const others = activeFilters(filters).some(({ isOfOneAccount }) => isOfOneAccount)
    ? []
    : accounts.filter(({ id }) => id !== accountId)
  return [
    ...alternatives.sort((a, b) => likeliestFirst.indexOf(a.kind) - likeliestFirst.indexOf(b.kind)),
    ...others.map(({ id, name }) => ({
      kind: 'account' as const,
      value: `${name} ${id}`,
      filters,
      accountId: id,
      isImpossible: false,
    })),
  ]
}
