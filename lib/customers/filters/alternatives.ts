import type { AccountName } from '@/lib/account'
import type { CustomerFilters } from '@/lib/customers/filters/customer-query'

/** One thing to try where nothing was found: what it asks instead, or why it cannot find anybody. */
export type Alternative = {
  kind:
    | 'contacts'
    | 'any_type'
    | 'deleted'
    | 'email_begins'
    | 'phone_begins'
    | 'without_plus'
    | 'with_plus'
    | 'word'
    | 'account'
  /** What the offer is about, for the eye: a part of the text, a number, an account's name. */
  value: string
  filters: CustomerFilters
  accountId: string
  cannot: boolean
}

/** A telephone's last digits are those that are most often heard wrong. */
const wrongDigits = 3

/**
 * What to try where a query found nobody, likeliest first: other kinds of customers, a part instead of the whole, each
 * word alone, the other accounts. Each is one question to Dintero, to be asked when the person wants it.
 */
export function findAlternatives(
  filters: CustomerFilters,
  accountId: string,
  accounts: readonly AccountName[],
): Alternative[] {
  const { search, email, phone_number, type, include_deleted } = filters
  const offers: Alternative[] = []
  const offer = (kind: Alternative['kind'], value: string, change: Partial<CustomerFilters>, cannot = false) =>
    offers.push({ kind, value, filters: { ...filters, ...change }, accountId, cannot })

  if (type === null) offer('contacts', '', { type: 'any' })
  else if (type !== 'any') offer('any_type', '', { type: 'any' })
  // Of a deleted customer only its ids are left (contract).
  const needsMore = [
    email,
    phone_number,
    filters.tag_id,
    filters.token_type,
    filters.token_value,
    filters.attributes_keys,
  ]
  if (!include_deleted)
    offer(
      'deleted',
      '',
      { include_deleted: true },
      needsMore.some((value) => value !== null),
    )

  const [local = ''] = email?.split('@') ?? []
  if (local !== '') offer('email_begins', local, { email: null, search: local })
  if (phone_number) {
    const begins = phone_number.slice(0, -wrongDigits)
    if (begins.length > 3) offer('phone_begins', begins, { phone_number: null, search: begins })
    if (phone_number.startsWith('+'))
      offer('without_plus', phone_number.slice(1), { phone_number: phone_number.slice(1) })
    else offer('with_plus', `+${phone_number}`, { phone_number: `+${phone_number}` })
  }
  const words = [...new Set(search?.split(/\s+/).filter((word) => word !== '') ?? [])]
  if (words.length > 1) for (const word of words) offer('word', word, { search: word })
  else if (search && /^\+\d+$/.test(search)) offer('without_plus', search.slice(1), { search: search.slice(1) })

  // A tag is one of its account's own.
  if (filters.tag_id === null)
    for (const { id, name } of accounts)
      if (id !== accountId)
        offers.push({ kind: 'account', value: `${name} ${id}`, filters, accountId: id, cannot: false })
  return offers
}
