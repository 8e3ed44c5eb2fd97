/** Named people of the account T12345678 and what else tests may rely on: the same for every seed and every size. */
import { type TagName, tagId, tagShares } from '../generate/seed-settings'
import { ordinaryPeople } from './seed-ordinary'
import { strangePeople } from './seed-strange'

export const accounts = {
  /** All customers, the named people among them. */
  test: 'T12345678',
  /** A tenth as many others. */
  production: 'P12345678',
  /** Nobody. */
  empty: 'T87654321',
} as const

export const client = { id: 'sandbox-client', secret: 'sandbox-secret' } as const
/** Gets a token, but without the scope that reading customers takes. */
export const clientWithoutScope = { id: 'sandbox-noscope', secret: 'sandbox-secret' } as const

/** The ids of the tags of T12345678 by name. */
export const tagIds = Object.fromEntries(
  Object.keys(tagShares).map((name) => [name, tagId(accounts.test, name as TagName)]),
) as Record<TagName, string>

/** A tag that many customers carry, one that few do, one that nobody does. */
export const tagNames = { large: 'Medlem', small: 'VIP', empty: 'Sommersalg 2027' } as const satisfies Record<
  string,
  TagName
>

export const people = { ...ordinaryPeople, ...strangePeople }
