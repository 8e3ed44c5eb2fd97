import { people, tagIds } from './seed'

type FilterText = { name: string; text: string; address: Record<string, string | string[]> }

/** Each filter as text in the search box and as search params. */
export const filterTexts: readonly FilterText[] = [
  { name: 'search', text: 'no', address: { search: 'no' } },
  { name: 'email', text: `email:${people.silje.email}`, address: { email: people.silje.email } },
  { name: 'phone', text: `phone:+4744890137`, address: { phone_number: '+4744890137' } },
  { name: 'type', text: 'type:any', address: { type: 'any' } },
  { name: 'tag', text: 'tag:Medlem', address: { tag_id: tagIds.Medlem } },
  { name: 'token', text: 'token:membership_card', address: { token_type: 'membership_card' } },
  { name: 'token value', text: 'token:=2400000000214907', address: { token_value: '2400000000214907' } },
  { name: 'attribute', text: 'attr:favorite_sport', address: { attributes_keys: ['favorite_sport'] } },
  {
    name: 'attribute with value',
    text: 'attr:"points"=1280',
    address: { attributes_keys: ['points'], attributes_values: ['1280'] },
  },
  { name: 'since', text: 'since:2026-01-01T00:00:00Z', address: { since_datetime: '2026-01-01T00:00:00Z' } },
  { name: 'deleted', text: 'deleted:yes', address: { include_deleted: 'true' } },
]
/** Both filters use one operator, which occurs once; an attribute with a value comes before one without. */
const apart = new Set(['token + token value', 'attribute + attribute with value'])

/** Every pair of filters that can be set together, except those that one operator sets. */
export const filterPairs: readonly (readonly [FilterText, FilterText])[] = filterTexts
  .flatMap((one, at) => filterTexts.slice(at + 1).map((other) => [one, other] as const))
  .filter(([one, other]) => !apart.has(`${one.name} + ${other.name}`))

/** Some of those pairs: each filter is in two of them. */
export const filterPairsInShort: typeof filterPairs = filterTexts.map((one, at) => {
  const after = filterTexts[(at + 2) % filterTexts.length] ?? one
  return at + 2 < filterTexts.length ? [one, after] : [after, one]
})

/** The search params of filters, all at once. */
export function searchParamsOf(filters: readonly FilterText[]): URLSearchParams {
  const pairs = filters.flatMap(({ address }) => Object.entries(address))
  return new URLSearchParams(pairs.flatMap(([name, value]) => [value].flat().map((one) => [name, one])))
}
