import type { CustomerType } from '../customer'
import { ofUser, words } from './terms'

/** What a request for the collection asks, after its parameters were read. All that is given applies together. */
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
  /** Added or changed since, in microseconds since 1970. */
  sinceUs?: number
}

type Criteria = { all: string[]; none: string[] }

/** A criterion on the index of words: `undefined` where the query has none and every customer is looked at in turn. */
export function wordMatch(query: CustomerQuery): string | undefined {
  const { all, none } = criteriaOfMatching(query, '')
  return all.length === 0 ? undefined : expression({ all, none })
}

/**
 * The same for links: users that a matching contact brings along and that do not match by themselves. `undefined` where
 * no contact can bring anybody: without `type`, or where linked users meet every criterion anyhow.
 */
export function linkMatch(query: CustomerQuery): string | undefined {
  const excusesUser = query.search ?? query.email ?? query.phoneNumber ?? query.tokenType ?? query.tokenValue
  if (query.type !== 'contact' && !(query.type === 'any' && excusesUser !== undefined)) return undefined
  const contact = criteriaOfMatching(query, '')
  const user = criteriaOfLinked(query)
  const alone = criteriaOfMatching(query, ofUser)
  return expression({
    all: [exact(words.type('contact')), ...contact.all, ...user.all],
    none: [...contact.none, ...user.none, expression(alone)],
  })
}

function criteriaOfMatching(query: CustomerQuery, whose: string): Criteria {
  const own = criteriaOfLinked(query, whose)
  const { search, email, phoneNumber, type, tokenType, tokenValue } = query
  const all = [...own.all]
  const none = [...own.none]
  if (search !== undefined) all.push(`${exact(whose + words.search(search))}*`)
  if (email !== undefined) all.push(exact(whose + words.email(email)))
  if (phoneNumber !== undefined) all.push(exact(whose + words.phone(phoneNumber)))
  if (tokenType !== undefined && tokenValue !== undefined) all.push(exact(whose + words.token(tokenType, tokenValue)))
  else if (tokenType !== undefined) all.push(exact(whose + words.tokenType(tokenType)))
  else if (tokenValue !== undefined) all.push(exact(whose + words.tokenValue(tokenValue)))
  if (type === undefined) none.push(exact(whose + words.type('contact')))
  else if (type !== 'any') all.push(exact(whose + words.type(type)))
  return { all, none }
}

/** What even a linked user must meet by itself. */
function criteriaOfLinked(query: CustomerQuery, whose = ofUser): Criteria {
  const all: string[] = []
  if (query.tagId !== undefined) all.push(exact(whose + words.tag(query.tagId)))
  for (const { name, value } of query.attributes) {
    all.push(exact(whose + (value === undefined ? words.attribute(name) : words.attributeValue(name, value))))
  }
  return { all, none: query.includeDeleted ? [] : [exact(whose + words.deleted)] }
}

function exact(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}

function expression({ all, none }: Criteria): string {
  const wanted = `(${all.join(' AND ')})`
  return none.length === 0 ? wanted : `(${wanted} NOT (${none.join(' OR ')}))`
}
