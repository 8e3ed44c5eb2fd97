import { type AttributePair, fromPairs, toPairs } from '@/lib/customers/filters/attribute-pairs'
import { attributes, maxAttributes } from '@/lib/customers/filters/attributes'
import { startsWith } from '@/lib/customers/filters/choices'
import { defineSearch } from '@/lib/customers/filters/filter'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { isQuoted, splitPair, textOf } from '@/lib/customers/search-text/pieces'
import { inQuotes, quoteIfNeeded } from '@/lib/customers/search-text/quote'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

const maxLength = 255

function printPair({ name, value }: AttributePair, { attributes, normaliseAttributeValue }: Vocabulary): string {
  const declared = attributes?.find((attribute) => attribute.name === name)
  const printedName = attributes && !declared ? inQuotes(name) : quoteIfNeeded(name)
  if (value === null) return printedName
  const isUnchanged = !declared || normaliseAttributeValue(value, declared) === value
  return `${printedName}=${isUnchanged ? quoteIfNeeded(value) : inQuotes(value)}`
}

/** How the search box reads, writes and completes the filter, and what it offers where nobody is found. */
export const attributesSearch = defineSearch(attributes, {
  operator: {
    name: 'attr',
    example: 'attr:club=gold',
    isRepeatable: true,
    vocabulary: 'attributes',
    parse: (pieces, vocabulary, parsed) => {
      const { attributes } = vocabulary
      const pair = splitPair(pieces)
      const name = textOf(pair.name)
      const value = pair.value === null ? null : textOf(pair.value)
      if (name === '' || value === '') return { kind: 'no_value' }
      if (name.includes(',') || value?.includes(',')) return { kind: 'comma' }
      if (value !== null && isPaymentCardNumber(value)) return { kind: 'payment_card' }
      if (name.length > maxLength || (value?.length ?? 0) > maxLength)
        return { kind: 'too_long', expected: [String(maxLength)] }
      const pairs = toPairs(parsed)
      if (pairs.length >= maxAttributes) return { kind: 'too_many_attributes' }
      const declared = attributes?.find((attribute) => attribute.name === name)
      if (attributes && !declared && !isQuoted(pair.name)) {
        const names = attributes.map((attribute) => attribute.name)
        return { kind: 'unknown_attribute', value: name, expected: vocabulary.nearest(name, names) }
      }
      // In quotes a value stands for itself.
      if (value === null || declared === undefined || isQuoted(pair.value ?? []))
        return fromPairs([...pairs, { name, value }])
      const normalised = vocabulary.normaliseAttributeValue(value, declared)
      if (normalised === null)
        return { kind: 'attribute_type', value, expected: [vocabulary.attributeExample(declared)] }
      return fromPairs([...pairs, { name, value: normalised }])
    },
    print: (values, vocabulary) => toPairs(values).map((pair) => printPair(pair, vocabulary)),
    complete: (typed, { attributes }) => {
      const [name = '', given] = typed.split('=')
      if (given === undefined)
        return (attributes ?? [])
          .filter((attribute) => startsWith(attribute.name, name))
          .map((attribute) => ({
            text: quoteIfNeeded(attribute.name),
            label: attribute.name,
            kind: 'name',
            note: attribute.private ? 'private' : undefined,
          }))
      const isBoolean = attributes?.find((attribute) => attribute.name === name)?.type === 'boolean'
      return (isBoolean ? ['true', 'false'] : [])
        .filter((value) => value.startsWith(given))
        .map((value) => ({ text: `${quoteIfNeeded(name)}=${value}`, label: value, kind: 'value' }))
    },
  },
})
