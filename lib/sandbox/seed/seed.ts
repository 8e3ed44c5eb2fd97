/** The named people of the account T12345678 and other data for tests. It is the same for every seed and size. */
import { type TagName, tagId, tagShares } from '../generate/seed-settings'
import { ordinaryPeople } from './seed-ordinary'
import { strangePeople } from './seed-strange'

export const accounts = {
  /** All customers, including the named people. */
  test: 'T12345678',
  /** Other customers, a tenth of the number. */
  production: 'P12345678',
  /** No customers. */
  empty: 'T87654321',
} as const

export const client = { id: 'sandbox-client', secret: 'sandbox-secret' } as const
/** Gets a token without the scope that is required to read customers. */
export const clientWithoutScope = { id: 'sandbox-noscope', secret: 'sandbox-secret' } as const

/** The ids of the tags of T12345678 by name. */
export const tagIds = Object.fromEntries(
  Object.keys(tagShares).map((name) => [name, tagId(accounts.test, name as TagName)]),
) as Record<TagName, string>

/** A tag of many customers, a tag of few customers and a tag without customers. */
export const tagNames = { large: 'Medlem', small: 'VIP', empty: 'Sommersalg 2027' } as const satisfies Record<
  string,
  TagName
>

export const people = { ...ordinaryPeople, ...strangePeople }
