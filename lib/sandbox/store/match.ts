import type { Holds } from '../assumptions'
import type { CustomerType } from '../customer'
import { ofUser, vocabulary } from './vocabulary'

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

/** Turns queries into expressions on the indexes of words. */
export function matcher(holds: Holds) {
  const words = vocabulary(holds)

  /** What the query asks of a customer. `whose` stands before its words. */
  const ofMatching = (query: CustomerQuery, whose: string): Criteria => {
    const { search, email, phoneNumber, type, tokenType, tokenValue } = query
    const all = filters(query, whose)
    const none = query.includeDeleted ? [] : [exact(whose + words.deleted)]
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

  /** What even a user must meet that a contact brings along. */
  const filters = ({ tagId, attributes }: CustomerQuery, whose: string): string[] => {
    const all = tagId === undefined ? [] : [exact(whose + words.tag(tagId))]
    for (const { name, value } of attributes) {
      all.push(exact(whose + (value === undefined ? words.attribute(name) : words.attributeValue(name, value))))
    }
    return all
  }

  return {
    /** The customers that match by themselves; `undefined` where the query names nothing that stands in the index. */
    customers(query: CustomerQuery): string | undefined {
      const { all, none } = ofMatching(query, '')
      return all.length === 0 ? undefined : expression(all, none)
    },

    /**
     * The links from a matching contact to a user that does not match by itself. `undefined` where no contact can bring
     * anybody: without `type`, and where linked users meet every criterion anyhow.
     */
    links(query: CustomerQuery): string | undefined {
      const { search, email, phoneNumber, tokenType, tokenValue, type } = query
      const excused = [search, email, phoneNumber, tokenType, tokenValue].some((given) => given !== undefined)
      const brings = type === 'contact' || (type === 'any' && excused)
      if (!brings && !(type === undefined && excused && !holds('no-type-brings-nobody'))) return undefined
      const contact = ofMatching({ ...query, type: 'contact' }, '')
      const user = holds('linked-users-meet-filters') ? filters(query, ofUser) : []
      const alone = ofMatching(query, ofUser)
      const userDeleted = query.includeDeleted ? [] : [exact(ofUser + words.deleted)]
      return expression([...contact.all, ...user], [...contact.none, ...userDeleted, expression(alone.all, alone.none)])
    },
  }
}

function exact(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}

function expression(all: string[], none: string[]): string {
  const wanted = `(${all.join(' AND ')})`
  return none.length === 0 ? wanted : `(${wanted} NOT (${none.join(' OR ')}))`
}
