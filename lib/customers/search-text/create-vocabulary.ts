import { attributeExample, normaliseAttributeValue } from '@/lib/customers/search-text/attribute-value'
import { nearest } from '@/lib/customers/search-text/nearest'
import { parseSince } from '@/lib/customers/search-text/parse-since'
import { recogniseEmail } from '@/lib/customers/search-text/recognise-email'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

type VocabularyOptions = Pick<Vocabulary, 'tags' | 'attributes' | 'now'> & {
  /** ISO 3166: the country of a phone number without one. */
  phoneCountry: string
  /** IANA: the zone of a date without one. */
  zone: string
}

/** The vocabulary of a person in an account. */
export function createVocabulary({ phoneCountry, zone, ...names }: VocabularyOptions): Vocabulary {
  const toE164 = (text: string) => recognisePhone(text, phoneCountry)
  return {
    ...names,
    recogniseEmail,
    recognisePhone: toE164,
    parseSince: (text) => parseSince(text, zone, names.now),
    normaliseAttributeValue: (value, setting) => normaliseAttributeValue(value, setting, toE164),
    attributeExample,
    nearest,
  }
}
