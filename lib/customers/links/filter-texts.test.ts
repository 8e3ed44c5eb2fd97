import { expect, it } from 'vitest'
import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import { noListFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerFilters } from '@/lib/customers/filters/parse-customer-query'
import { createVocabulary } from '@/lib/customers/search-text/create-vocabulary'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { filterPairs, filterPairsInShort, filterTexts, searchParamsOf } from '@/lib/sandbox/seed/filter-texts-for-tests'
import { tagIds } from '@/lib/sandbox/seed/seed'

const vocabulary = createVocabulary({
  tags: Object.entries(tagIds).map(([tag, id]) => ({ tag, id })),
  attributes: [attributeForTests('favorite_sport'), attributeForTests('points', { type: 'integer' })],
  locale: 'en',
  phoneCountries: ['NO'],
  zone: 'Europe/Oslo',
  now: new Date('2026-11-20T15:30:45Z'),
})

const combinations = [...filterTexts.map((one) => [one]), ...filterPairs]

it.each(combinations.map((parts) => ({ names: parts.map(({ name }) => name).join(' and '), parts })))(
  'the text and the URL of $names are one query',
  ({ parts }) => {
    const { parsed, problems } = parseSearchText(parts.map(({ text }) => text).join(' '), vocabulary)
    const byAddress = parseCustomerFilters(searchParamsOf(parts))
    expect([problems, byAddress.problems]).toEqual([[], []])
    expect({ ...noListFilters, ...parsed.filters }).toEqual({ ...noListFilters, ...byAddress.query })
  },
)

it('every filter is in two pairs of the short form, all of which are among the pairs', () => {
  expect(filterPairs).toEqual(expect.arrayContaining([...filterPairsInShort]))
  for (const one of filterTexts) expect(filterPairsInShort.filter((pair) => pair.includes(one))).toHaveLength(2)
})
