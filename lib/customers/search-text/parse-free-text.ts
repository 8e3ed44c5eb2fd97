import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { literalSearch } from '@/lib/customers/search-text/operators/literal-search'
import { nameIn } from '@/lib/customers/search-text/operators/words'
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

/** The filters that are set so far, the record to open, and the number of a receipt to look for. */
export type Values = Partial<ListFilters> & { record?: string; receipt?: string }

/** The words of a text that stand without an operator, as they were interpreted. */
export type FreeText = { values: Values; interpretation: Interpretation; account?: string }

/** What quotes around all of a text are taken off: there they are what a sheet or a message has put around the value. */
const wrapped = new Set<Recognised['kind']>(['filter', 'uuid', 'id'])

/** Parses the words of a text that stand without an operator. */
export function parseFreeText(words: readonly Part[], parsed: Values, vocabulary: Vocabulary): FreeText | ValueProblem {
  const text = words.map(({ pieces }) => textOf(pieces)).join(' ')
  const hasQuotes = words.some(({ pieces }) => pieces.some((piece) => piece.isQuoted))
  if (text.trim() === '' || (text === '?' && !hasQuotes)) return { values: {}, interpretation: 'none' }
  const doubled = (operator: string): ValueProblem => ({
    kind: 'doubled',
    value: `${nameIn(vocabulary.locale, operator)}:`,
  })
  const searchFor = (search: string, interpretation: Interpretation): FreeText | ValueProblem => {
    if (parsed.search !== undefined) return doubled('text')
    const found = literalSearch(search)
    return 'kind' in found ? found : { values: found, interpretation }
  }
  const known = recognise(text, vocabulary)
  if (known.kind === 'payment_card') return { kind: 'payment_card' }
  if (hasQuotes && !wrapped.has(known.kind)) return searchFor(text, 'plain')
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
      if (isSet) return doubled(known.operator)
      return { values: known.values, interpretation: known.filter }
    }
    default: {
      const found = searchFor(known.search, known.kind)
      if ('values' in found && known.kind === 'uuid') found.values.record = known.search
      return found
    }
  }
}
