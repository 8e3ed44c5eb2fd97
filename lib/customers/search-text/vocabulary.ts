import type { AttributeSetting, Tag } from '@/lib/customers/model/customer'
import type { Locale } from '@/lib/preferences'

/**
 * What names mean in this account, and what phone numbers and dates mean to this person. The filters get it as an
 * argument (`createVocabulary`), so that the first load holds neither the phone library (29 kB) nor what only parsing needs.
 */
export type Vocabulary = {
  /** The language in which operators and their values are printed and completed. All languages are understood. */
  locale: Locale
  /** Null where the account's tags are not known. */
  tags: readonly Tag[] | null
  /** Null where the account's attributes are not known: then every name is accepted. */
  attributes: readonly AttributeSetting[] | null
  now: Date
  /** The sections of a record that this installation has switched off, whose operators are none. */
  hiddenSections?: readonly string[]
  /** The one complete email that a text is or holds, or null. */
  recogniseEmail: (text: string) => string | null
  /** The one phone number that a text is or holds, in any spelling, as E.164; or null. */
  recognisePhone: (text: string) => string | null
  /** The beginning of a phone number that is written in groups, as Dintero holds it; or null. */
  recognisePartOfPhone: (text: string) => string | null
  /** The instant of `7d`, a date or a time; null for any other text. */
  parseSince: (text: string) => string | null
  /** A value of a declared attribute as Dintero compares it; null for a value of another type. */
  normaliseAttributeValue: (value: string, setting: AttributeSetting) => string | null
  /** A correct value of an attribute, to show where a value is not of its type. */
  attributeExample: (setting: AttributeSetting) => string
  /** The names that are most like the one typed, the nearest first. */
  nearest: (typed: string, names: readonly string[]) => string[]
}
