import type Database from 'libsql'
import type { Holds } from '../assumptions'
import { createChangeFinder } from './find-changed'
import { type CustomerQuery, createMatcher } from './match'
import { rowCriteria } from './row-criteria'
import { linksPerUser, ordinalsPerAccount } from './schema'
import { prepareStatements } from './statements'

const linksPerQuery = 200

/** Finds customers of one account. `account` is its number in the store; the results are ordinals. */
export function createCustomerFinder(connection: Database.Database, holds: Holds) {
  const sql = prepareStatements(connection)
  const match = createMatcher(holds)
  const changeFinder = createChangeFinder(connection, holds)
  const newestFirst = holds('newest-first')
  const order = newestFirst ? 'desc' : 'asc'

  /** The range of ordinals after the cursor in the account. */
  const range = (account: number, cursor: number | undefined): [number, number] => {
    const [first, end] = [account * ordinalsPerAccount, (account + 1) * ordinalsPerAccount]
    if (cursor === undefined) return [first, end]
    return newestFirst ? [first, cursor] : [cursor + 1, end]
  }

  const findMatching = (query: CustomerQuery, [first, end]: [number, number], limit: number): number[] => {
    const words = match.customers(query)
    if (words === undefined) {
      const where = `ordinal >= ? and ordinal < ? ${rowCriteria(query)}`
      return sql.numbers(`select ordinal from customer where ${where} order by ordinal ${order} limit ?`, [
        first,
        end,
        limit,
      ])
    }
    return sql.numbers(`select rowid from ${matchesOf('customer_words')} order by rowid ${order} limit ?`, [
      words,
      first,
      end,
      limit,
    ])
  }

  const findLinkedUsers = (query: CustomerQuery, [first, end]: [number, number], limit: number): number[] => {
    const words = match.links(query)
    if (words === undefined) return []
    const users: number[] = []
    let [from, to] = [first * linksPerUser, end * linksPerUser]
    while (users.length < limit) {
      const links = sql.numbers(`select rowid from ${matchesOf('link_words')} order by rowid ${order} limit ?`, [
        words,
        from,
        to,
        linksPerQuery,
      ])
      for (const link of links) {
        const user = Math.floor(link / linksPerUser)
        if (users.at(-1) !== user && users.length < limit) users.push(user)
      }
      const last = links.at(-1)
      if (last === undefined || links.length < linksPerQuery) break
      if (newestFirst) to = last
      else from = last + 1
    }
    return users
  }

  const countMatching = (account: number, query: CustomerQuery, cursor: number | undefined): number => {
    const [first, end] = range(account, cursor)
    const words = match.customers(query)
    const links = holds('total-counts-linked-users') ? match.links(query) : undefined
    const linkedUserCount = links
      ? sql.number(`select count(distinct rowid / ${linksPerUser}) from ${matchesOf('link_words')}`, [
          links,
          first * linksPerUser,
          end * linksPerUser,
        ])
      : 0
    if (words !== undefined) {
      const found = sql.number(`select count(*) from ${matchesOf('customer_words')}`, [words, first, end])
      return (found ?? 0) + (linkedUserCount ?? 0)
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
    /** Up to `limit` customers after the cursor, in list order. */
    page(account: number, query: CustomerQuery, cursor: number | undefined, limit: number): number[] {
      if (query.sinceUs !== undefined) return changeFinder.page(account, query, query.sinceUs, limit)
      const ordinals = range(account, cursor)
      const found = findMatching(query, ordinals, limit)
      const linkedUsers = findLinkedUsers(query, ordinals, limit)
      if (linkedUsers.length === 0) return found
      return [...found, ...linkedUsers].sort((a, b) => (newestFirst ? b - a : a - b)).slice(0, limit)
    },

    /** The number of customers that match the query. */
    total(account: number, query: CustomerQuery, cursor: number | undefined): number {
      if (query.sinceUs !== undefined) return changeFinder.total(account, query, query.sinceUs)
      return countMatching(account, query, holds('total-ignores-cursor') ? undefined : cursor)
    },
  }
}

// JavaScript numbers are bound as reals; the full-text index only seeks by integers.
function matchesOf(index: 'customer_words' | 'link_words'): string {
  return `${index} where ${index} match ? and rowid >= cast(? as integer) and rowid < cast(? as integer)`
}
