import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { maxSearchLength } from '@/lib/customers/filters/search'
import { invisibleAt, withoutInvisible } from '@/lib/customers/search-text/invisible'
import { textOf } from '@/lib/customers/search-text/pieces'
import type { ValueProblem } from '@/lib/customers/search-text/problem'
import { type Recognised, recognise } from '@/lib/customers/search-text/recognise'
import type { Part } from '@/lib/customers/search-text/split-text'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** What the words without an operator were taken for. */
export type Interpretation =
  | 'none'
  | 'plain'
  | 'words'
  | 'id'
  | 'uuid'
  | 'address'
  | Extract<Recognised, { kind: 'filter' }>['filter']

/** The filters that are set so far, and the record to open. */
export type Values = Partial<ListFilters> & { record?: string }

/** The words of a text that stand without an operator, as they were interpreted. */
export type FreeText = { values: Values; interpretation: Interpretation; account?: string }

const searchFor = (search: string, interpretation: Interpretation): FreeText | ValueProblem =>
  search.length > maxSearchLength
    ? { kind: 'too_long', expected: [String(maxSearchLength)] }
    : { values: { search }, interpretation }

/** Parses the words of a text that stand without an operator. */
export function parseFreeText(words: readonly Part[], parsed: Values, vocabulary: Vocabulary): FreeText | ValueProblem {
  const text = words.map(({ pieces }) => textOf(pieces)).join(' ')
  const hasQuotes = words.some(({ pieces }) => pieces.some((piece) => piece.isQuoted))
  if (text.trim() === '' || (text === '?' && !hasQuotes)) return { values: {}, interpretation: 'none' }
  const known = recognise(text, vocabulary)
  if (known.kind === 'payment_card') return { kind: 'payment_card' }
  if (hasQuotes) return searchFor(text, 'plain')
  switch (known.kind) {
    case 'unknown_address':
      return { kind: 'unknown_address' }
    case 'address_without_account':
      return { kind: 'no_account_in_address' }
    case 'address':
      return {
        values: known.record === null ? {} : { record: known.record },
        interpretation: 'address',
        account: known.account,
      }
    case 'filter': {
      const isSet = Object.keys(known.values).some((param) => param in parsed)
      if (isSet) return { kind: 'doubled', value: `${known.operator}:` }
      return { values: known.values, interpretation: known.filter }
    }
    default: {
      const search = withoutInvisible(known.search).trim()
      const isForm = known.kind === 'uuid' || known.kind === 'id'
      if (invisibleAt(text.trim()) > 0 && !isForm && search !== text.trim()) return { kind: 'invisible' }
      if (search === '') return { values: {}, interpretation: 'none' }
      const found = searchFor(search, known.kind)
      if ('values' in found && known.kind === 'uuid') found.values.record = search
      return found
    }
  }
}
