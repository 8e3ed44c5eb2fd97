import type { AttributeSetting, Tag } from '@/lib/customers/model/customer'

/** Which names a text may speak of: the others need not be read. */
export const vocabularyUsedIn = (text: string) => ({ tags: /tag:/i.test(text), attributes: /attr:/i.test(text) })

/** What names mean in this account, and what a bare number or date means to this person. */
export type Vocabulary = {
  /** Null where the account's tags are not known. */
  tags: readonly Tag[] | null
  /** Null where the account's attributes are not known: then every name is taken. */
  attributes: readonly AttributeSetting[] | null
  /** ISO 3166: the country of a telephone number without one. */
  phoneCountry: string
  /** IANA: the zone of a date without one. */
  zone: string
  now: Date
}
