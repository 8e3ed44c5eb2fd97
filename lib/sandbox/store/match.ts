import type { Holds } from '../assumptions'
import type { CustomerType } from '../customer'
import { createIndexWords, userPrefix } from './index-words'

/** The parsed query of the collection. A customer must meet all criteria that are set. */
export type CustomerQuery = {
  search?: string
  email?: string
  phoneNumber?: string
  type?: CustomerType | 'any'
  tagId?: string
  tokenType?: string
  tokenValue?: string
  attributes: { name: string; value?: string }[]
  includeDeleted: boolean
  /** Created or changed at or after this instant, in microseconds since 1970. */
  sinceUs?: number
}

type Criteria = { all: string[]; none: string[] }

/** Translates queries into expressions for the full-text indexes. */
export function createMatcher(holds: Holds) {
  const words = createIndexWords(holds)

  /** The criteria of the query for a customer. `prefix` precedes each of its words. */
  const criteriaOf = (query: CustomerQuery, prefix: string): Criteria => {
    const { search, email, phoneNumber, type, tokenType, tokenValue } = query
    const all = filters(query, prefix)
    const none = query.includeDeleted ? [] : [exact(prefix + words.deleted)]
    if (search !== undefined) all.push(`${exact(prefix + words.search(search))}*`)
    if (email !== undefined) all.push(exact(prefix + words.email(email)))
    if (phoneNumber !== undefined) all.push(exact(prefix + words.phone(phoneNumber)))
    if (tokenType !== undefined && tokenValue !== undefined)
      all.push(exact(prefix + words.token(tokenType, tokenValue)))
    else if (tokenType !== undefined) all.push(exact(prefix + words.tokenType(tokenType)))
    else if (tokenValue !== undefined) all.push(exact(prefix + words.tokenValue(tokenValue)))
    if (type === undefined) none.push(exact(prefix + words.type('contact')))
    else if (type !== 'any') all.push(exact(prefix + words.type(type)))
    return { all, none }
  }

  /** The criteria that a linked user must meet too. */
  const filters = ({ tagId, attributes }: CustomerQuery, prefix: string): string[] => {
    const all = tagId === undefined ? [] : [exact(prefix + words.tag(tagId))]
    for (const { name, value } of attributes) {
      all.push(exact(prefix + (value === undefined ? words.attribute(name) : words.attributeValue(name, value))))
    }
    return all
  }

  return {
    /** The customers that match themselves. `undefined` when the query has no criterion for the index. */
    customers(query: CustomerQuery): string | undefined {
      const { all, none } = criteriaOf(query, '')
      return all.length === 0 ? undefined : expression(all, none)
    },

    /**
     * The links from a matching contact to a user that does not match itself. `undefined` when there are none: without
     * `type`, and when linked users have to meet every criterion anyway.
     */
    links(query: CustomerQuery): string | undefined {
      const { search, email, phoneNumber, tokenType, tokenValue, type } = query
      const hasOwnCriteria = [search, email, phoneNumber, tokenType, tokenValue].some((given) => given !== undefined)
      const includesLinkedUsers = type === 'contact' || (type === 'any' && hasOwnCriteria)
      if (!includesLinkedUsers && !(type === undefined && hasOwnCriteria && !holds('no-type-brings-nobody')))
        return undefined
      const contact = criteriaOf({ ...query, type: 'contact' }, '')
      const user = holds('linked-users-meet-filters') ? filters(query, userPrefix) : []
      const userCriteria = criteriaOf(query, userPrefix)
      const userDeleted = query.includeDeleted ? [] : [exact(userPrefix + words.deleted)]
      return expression(
        [...contact.all, ...user],
        [...contact.none, ...userDeleted, expression(userCriteria.all, userCriteria.none)],
      )
    },
  }
}

function exact(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}

function expression(all: string[], none: string[]): string {
  const required = `(${all.join(' AND ')})`
  return none.length === 0 ? required : `(${required} NOT (${none.join(' OR ')}))`
}
