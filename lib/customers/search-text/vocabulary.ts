import type { AttributeSetting, Tag } from '@/lib/customers/model/customer'

/** What names mean in this account, and what a phone number or a date means to this person. */
export type Vocabulary = {
  /** Null where the account's tags are not known. */
  tags: readonly Tag[] | null
  /** Null where the account's attributes are not known: then every name is accepted. */
  attributes: readonly AttributeSetting[] | null
  /** A phone number in any spelling as E.164; passed in, so that the filters do not import the phone library (29 kB). */
  recognisePhone: (text: string) => string | null
  /** IANA: the zone of a date without one. */
  zone: string
  now: Date
}
