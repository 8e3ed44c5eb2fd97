import { recognise } from '@/lib/customers/search-text/recognise'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** What people and programs write between values, the least ambiguous first. */
const separators = [/[\n\r\v\f\u0085\u2028\u2029]+/, /;/, /,/, /\t/, /[\n\r\v\f\u0085\u2028\u2029;,\t]/]

/** What a text is as one value: a filter's name or `id`; null for a name or for text to search for. */
function kindOf(text: string, vocabulary: Vocabulary): string | null {
  const known = recognise(text, vocabulary)
  if (known.kind === 'filter') return known.filter
  return known.kind === 'uuid' || known.kind === 'id' ? 'id' : null
}

/**
 * The values on one line, such as emails between semicolons, each an email, a phone or an id and nothing else. Null for one
 * value, for a text, and for the email and the phone of one person.
 */
export function splitValues(text: string, vocabulary: Vocabulary): string[] | null {
  for (const separator of separators) {
    const values = text.split(separator).flatMap((value) => value.trim() || [])
    if (values.length < 2) continue
    const kinds = new Set<string>()
    const areValues = values.every((value) => {
      const kind = kindOf(value, vocabulary)
      if (kind !== null) kinds.add(kind)
      return kind !== null
    })
    if (areValues && kinds.size < values.length) return values
  }
  return null
}
