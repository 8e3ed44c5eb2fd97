import type { Operator } from '@/lib/customers/filters/filter'
import { filters } from '@/lib/customers/filters/registry'
import { maxCustomerIdLength } from '@/lib/customers/model/customer-id'
import { textOf } from '@/lib/customers/search-text/pieces'

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

/** The operators of the search box, in the order in which completion offers them: the filters with a menu come first. */
export const operators = [
  ...operatorsOf(hasMenu),
  ...operatorsOf(isExact),
  idOperator,
  ...operatorsOf((kind) => !hasMenu(kind) && !isExact(kind)),
]
export const operatorNames = operators.map(({ name }) => name)

/** The operator of this name; undefined for a name that is none. */
export const findOperator = (name: string | null) => operators.find((operator) => operator.name === name)

/** Which names of the account a text uses: only these need to be fetched before it is parsed. */
export function vocabularyUsedIn(text: string): { tags: boolean; attributes: boolean } {
  const uses = (kind: 'tags' | 'attributes') =>
    operators.some(({ name, vocabulary }) => vocabulary === kind && text.toLowerCase().includes(`${name}:`))
  return { tags: uses('tags'), attributes: uses('attributes') }
}
