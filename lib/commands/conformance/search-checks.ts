import { type Check, checkWhetherFound, everyone, firstWithValue, notSeen } from './check'
import { isTombstone, listAttribute, scalarAttribute, textOf } from './sample'
import type { Row } from './upstream'

/** The assumptions about attributes and about the search text. */
export const searchChecks: Check[] = [
  attributeCheck(
    'attributes-compare-as-text',
    'attribute values compare as the text of the JSON scalar',
    scalarAttribute,
  ),
  attributeCheck('attributes-match-any-member', 'of an attribute that is an array, any member matches', listAttribute),
  searchCheck('search-folds-case', 'search folds case', true, (row) => {
    const email = textOf(row, 'email')
    return email && email !== email.toUpperCase() ? email.toUpperCase() : undefined
  }),
  searchCheck('search-keeps-letters', 'search does not find ø by o, æ by ae, å by a or aa', false, (row) => {
    const name = textOf(row, 'last_name')
    const typed = name?.replaceAll('ø', 'o').replaceAll('Ø', 'O').replaceAll('å', 'a').replaceAll('Å', 'A')
    return typed === name || textOf(row, 'email')?.startsWith(typed?.toLowerCase() ?? '') ? undefined : typed
  }),
  searchCheck('search-no-phrase', 'search does not find "first last" as one phrase', false, (row) => {
    const [firstName, lastName] = [textOf(row, 'first_name'), textOf(row, 'last_name')]
    return firstName && lastName ? `${firstName} ${lastName}` : undefined
  }),
  searchCheck('search-phone-without-plus', 'search finds a phone without its +', true, (row) => {
    const phone = textOf(row, 'phone_number')
    return phone?.startsWith('+') ? phone.slice(1) : undefined
  }),
  {
    id: 'search-finds-tombstones',
    assumed: 'search finds a tombstone by its customer_id',
    async run(upstream, { rows }) {
      const row = rows.find(isTombstone)
      if (!row) return notSeen('no deleted customer')
      return checkWhetherFound(upstream, { ...everyone, search: textOf(row, 'customer_id') ?? '' }, row, true)
    },
  },
]

function searchCheck(
  id: string,
  assumed: string,
  isExpected: boolean,
  searchText: (row: Row) => string | undefined,
): Check {
  return {
    id,
    assumed,
    async run(upstream, { rows }) {
      const target = firstWithValue(rows, searchText)
      if (!target) return notSeen('no customer to search for')
      const [row, search] = target
      return checkWhetherFound(upstream, { type: 'any', search }, row, isExpected)
    },
  }
}

function attributeCheck(
  id: string,
  assumed: string,
  chooseAttribute: (row: Row) => [name: string, value: string] | undefined,
): Check {
  return {
    id,
    assumed,
    async run(upstream, { rows }) {
      const target = firstWithValue(rows, chooseAttribute)
      if (!target) return notSeen('no customer with such an attribute')
      const [row, [name, value]] = target
      const search = textOf(row, 'customer_id') ?? ''
      const query = { type: 'any', search, attributes_keys: name, attributes_values: value }
      return checkWhetherFound(upstream, query, row, true)
    },
  }
}
