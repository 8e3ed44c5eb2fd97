import type Database from 'libsql'
import type { Holds } from '../assumptions'
import { changedSince } from './find-changed'
import { type CustomerQuery, matcher } from './match'
import { rowCriteria } from './row-criteria'
import { linksPerUser, ordinalsPerAccount } from './schema'
import { statements } from './statements'

const placesAtOnce = 200

/** Finds customers of one account; `account` is its number in the store. Results are places in the list. */
export function customerFinder(connection: Database.Database, holds: Holds) {
  const sql = statements(connection)
  const match = matcher(holds)
  const changed = changedSince(connection, holds)
  const newestFirst = holds('newest-first')
  const order = newestFirst ? 'desc' : 'asc'

  /** The customers of the account that come after the cursor, as a range of places. */
  const range = (account: number, cursor: number | undefined): [number, number] => {
    const [first, end] = [account * ordinalsPerAccount, (account + 1) * ordinalsPerAccount]
    if (cursor === undefined) return [first, end]
    return newestFirst ? [first, cursor] : [cursor + 1, end]
  }

  const matching = (query: CustomerQuery, [first, end]: [number, number], limit: number): number[] => {
    const words = match.customers(query)
    if (words === undefined) {
      const where = `ordinal >= ? and ordinal < ? ${rowCriteria(query)}`
      return sql.numbers(`select ordinal from customer where ${where} order by ordinal ${order} limit ?`, [
        first,
        end,
        limit,
      ])
    }
    return sql.numbers(`select rowid from ${matches('customer_words')} order by rowid ${order} limit ?`, [
      words,
      first,
      end,
      limit,
    ])
  }

  const linked = (query: CustomerQuery, [first, end]: [number, number], limit: number): number[] => {
    const words = match.links(query)
    if (words === undefined) return []
    const users: number[] = []
    let [from, to] = [first * linksPerUser, end * linksPerUser]
    while (users.length < limit) {
      const places = sql.numbers(`select rowid from ${matches('link_words')} order by rowid ${order} limit ?`, [
        words,
        from,
        to,
        placesAtOnce,
      ])
      for (const place of places) {
        const user = Math.floor(place / linksPerUser)
        if (users.at(-1) !== user && users.length < limit) users.push(user)
      }
      const last = places.at(-1)
      if (last === undefined || places.length < placesAtOnce) break
      if (newestFirst) to = last
      else from = last + 1
    }
    return users
  }

  const total = (account: number, query: CustomerQuery, cursor: number | undefined): number => {
    const [first, end] = range(account, cursor)
    const words = match.customers(query)
    const links = holds('total-counts-linked-users') ? match.links(query) : undefined
    const brought = links
      ? sql.number(`select count(distinct rowid / ${linksPerUser}) from ${matches('link_words')}`, [
          links,
          first * linksPerUser,
          end * linksPerUser,
        ])
      : 0
    if (words !== undefined) {
      const found = sql.number(`select count(*) from ${matches('customer_words')}`, [words, first, end])
      return (found ?? 0) + (brought ?? 0)
    }
    if (cursor !== undefined) {
      return (
        sql.number(`select count(*) from customer where ordinal >= ? and ordinal < ? ${rowCriteria(query)}`, [
          first,
          end,
        ]) ?? 0
      )
    }
    return sql.number(`select sum(customers) from census where account = ? ${rowCriteria(query)}`, [account]) ?? 0
  }

  return {
    /** Up to `limit` customers in list order, from the one after the cursor on. */
    page(account: number, query: CustomerQuery, cursor: number | undefined, limit: number): number[] {
      if (query.sinceUs !== undefined) return changed.page(account, query, query.sinceUs, limit)
      const places = range(account, cursor)
      const found = matching(query, places, limit)
      const brought = linked(query, places, limit)
      if (brought.length === 0) return found
      return [...found, ...brought].sort((a, b) => (newestFirst ? b - a : a - b)).slice(0, limit)
    },

    /** How many customers the query finds. */
    total(account: number, query: CustomerQuery, cursor: number | undefined): number {
      if (query.sinceUs !== undefined) return changed.total(account, query, query.sinceUs)
      return total(account, query, holds('total-ignores-cursor') ? undefined : cursor)
    },
  }
}

// Numbers from JavaScript arrive as reals, by which the index of words would not seek.
function matches(index: 'customer_words' | 'link_words'): string {
  return `${index} where ${index} match ? and rowid >= cast(? as integer) and rowid < cast(? as integer)`
}
