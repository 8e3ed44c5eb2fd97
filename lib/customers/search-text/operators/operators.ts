import type { Operator } from '@/lib/customers/filters/filter'
import { searchFilters as filters } from '@/lib/customers/filters/search/registry'
import { maxCustomerIdLength } from '@/lib/customers/model/customer-id'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { literalSearch } from '@/lib/customers/search-text/operators/literal-search'
import { namesOf } from '@/lib/customers/search-text/operators/words'
import { textOf } from '@/lib/customers/search-text/pieces'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

type Kind = NonNullable<(typeof filters)[number]['facet']>['kind']
const operatorsOf = (isOfKind: (kind: Kind | undefined) => boolean) =>
  filters.flatMap(({ operator, facet }) => (operator && isOfKind(facet?.kind) ? [operator] : []))

const hasMenu = (kind: Kind | undefined) => kind === 'choices' || kind === 'tags'
const isExact = (kind: Kind | undefined) => kind === 'value'

/** `id:` is no filter: it opens a record. */
const idOperator: Operator<{ record?: string }> = {
  name: 'id',
  example: 'id:K-214907',
  parse: (pieces) => {
    const record = textOf(pieces)
    return record.length > maxCustomerIdLength
      ? { kind: 'too_long', expected: [String(maxCustomerIdLength)] }
      : { record }
  },
  print: () => [],
}

/** Longer than the number of any till. */
export const maxReceiptNumberLength = 100

/** `receipt:` is no filter: it leads to the receipts with this number, and to their customers. */
const receiptOperator: Operator<{ receipt?: string }> = {
  name: 'receipt',
  example: 'receipt:214907',
  parse: (pieces) => {
    const receipt = textOf(pieces).trim()
    if (isPaymentCardNumber(receipt)) return { kind: 'payment_card' }
    return receipt.length > maxReceiptNumberLength
      ? { kind: 'too_long', expected: [String(maxReceiptNumberLength)] }
      : { receipt }
  },
  print: () => [],
}

/** `text:` is for text that would be taken for something else, such as a number that is no phone. */
const textOperator: Operator<{ search?: string | null }> = {
  name: 'text',
  example: 'text:42140318',
  parse: (pieces) => literalSearch(textOf(pieces)),
  print: () => [],
}

/** The operators of the search box, in the order in which completion offers them: the filters with a menu come first. */
export const operators = [
  ...operatorsOf(hasMenu),
  ...operatorsOf(isExact),
  idOperator,
  receiptOperator,
  ...operatorsOf((kind) => !hasMenu(kind) && !isExact(kind)),
  textOperator,
]

const operatorOf = new Map(operators.flatMap((operator) => namesOf(operator.name).map((name) => [name, operator])))

/** The operator of this name, in whatever language; undefined for a name that is none. */
export const findOperator = (name: string | null) => (name === null ? undefined : operatorOf.get(name))

/** Whether an operator is of a section that this installation has switched off. */
export const isHidden = (name: string, { hiddenSections = [] }: Pick<Vocabulary, 'hiddenSections'>): boolean =>
  name === 'receipt' && hiddenSections.includes('purchases')

/** Which names of the account a text uses: only these need to be fetched before it is parsed. */
export function vocabularyUsedIn(text: string): { tags: boolean; attributes: boolean } {
  const uses = (kind: 'tags' | 'attributes') =>
    [...operatorOf].some(([name, { vocabulary }]) => vocabulary === kind && text.toLowerCase().includes(`${name}:`))
  return { tags: uses('tags'), attributes: uses('attributes') }
}
