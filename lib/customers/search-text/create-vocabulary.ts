import { attributeExample, normaliseAttributeValue } from '@/lib/customers/search-text/attribute-value'
import { nearest } from '@/lib/customers/search-text/nearest'
import { parseSince } from '@/lib/customers/search-text/parse-since'
import { recogniseEmail } from '@/lib/customers/search-text/recognise-email'
import { recognisePartOfPhone, recognisePhone } from '@/lib/customers/search-text/recognise-phone'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'
import { locales } from '@/lib/preferences'

type VocabularyOptions = Pick<Vocabulary, 'tags' | 'attributes' | 'now' | 'hiddenSections'> & {
  /** The language of the screen. */
  locale: string
  /** ISO 3166: the country of a phone number without one, and its neighbours. */
  phoneCountries: readonly string[]
  /** IANA: the zone of a date without one. */
  zone: string
}

/** The vocabulary of a person in an account. */
export function createVocabulary({ locale, phoneCountries, zone, ...names }: VocabularyOptions): Vocabulary {
  const toE164 = (text: string) => recognisePhone(text, phoneCountries)
  return {
    ...names,
    locale: locales.find((one) => one === locale) ?? 'en',
    recogniseEmail,
    recognisePhone: toE164,
    recognisePartOfPhone: (text) => recognisePartOfPhone(text, phoneCountries),
    parseSince: (text) => parseSince(text, zone, names.now),
    normaliseAttributeValue: (value, setting) => normaliseAttributeValue(value, setting, toE164),
    attributeExample,
    nearest,
  }
}
