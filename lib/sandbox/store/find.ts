import type Database from 'libsql'
import { type CustomerQuery, linkMatch, wordMatch } from './match'
import { linksPerUser, ordinalsPerAccount } from './schema'
import { statements } from './statements'

/** Finds customers of one account. `account` is its number in the store. */
export function customerFinder(connection: Database.Database) {
  const sql = statements(connection)

  const matching = (account: number, query: CustomerQuery, before: number, limit: number): number[] => {
    const match = wordMatch(query)
    if (match !== undefined) {
      return sql.numbers(
        `select rowid from customer_words where customer_words match ?
         and rowid >= cast(? as integer) and rowid < cast(? as integer) order by rowid desc limit ?`,
        [match, firstOrdinal(account), before, limit],
      )
    }
    return sql.numbers(
      `select ordinal from customer where ordinal >= ? and ordinal < ? ${rowCriteria(query)} order by ordinal desc limit ?`,
      [firstOrdinal(account), before, limit],
    )
  }

  const linked = (account: number, query: CustomerQuery, before: number, limit: number): number[] => {
    const match = linkMatch(query)
    if (match === undefined) return []
    const users: number[] = []
    let end = before * linksPerUser
    while (users.length < limit) {
      const places = sql.numbers(
        `select rowid from link_words where link_words match ?
         and rowid >= cast(? as integer) and rowid < cast(? as integer) order by rowid desc limit 200`,
        [match, firstOrdinal(account) * linksPerUser, end],
      )
      for (const place of places) {
        const user = Math.floor(place / linksPerUser)
        if (users.at(-1) !== user && users.length < limit) users.push(user)
      }
      if (places.length < 200) break
      end = places.at(-1) ?? end
    }
    return users
  }

  return {
    /** The places of up to `limit` customers in list order, newest first, from below `before` on. */
    page(account: number, query: CustomerQuery, before: number | undefined, limit: number): number[] {
      if (query.sinceUs !== undefined) return changedSince(account, query, query.sinceUs, limit)
      const from = before ?? firstOrdinal(account + 1)
      const found = matching(account, query, from, limit)
      const brought = linked(account, query, from, limit)
      if (brought.length === 0) return found
      return [...found, ...brought].sort((a, b) => b - a).slice(0, limit)
    },

    /** How many customers the query finds, whatever the cursor. */
    total(account: number, query: CustomerQuery): number {
      if (query.sinceUs !== undefined) {
        const { text, parameters } = sinceSelect(account, query, query.sinceUs)
        return sql.number(`select count(*) from (select ordinal ${text})`, parameters) ?? 0
      }
      return countMatching(account, query) + countLinked(account, query)
    },
  }

  function countMatching(account: number, query: CustomerQuery): number {
    const match = wordMatch(query)
    if (match === undefined) {
      return sql.number(`select sum(customers) from census where account = ? ${rowCriteria(query)}`, [account]) ?? 0
    }
    return (
      sql.number(
        `select count(*) from customer_words where customer_words match ?
         and rowid >= cast(? as integer) and rowid < cast(? as integer)`,
        [match, firstOrdinal(account), firstOrdinal(account + 1)],
      ) ?? 0
    )
  }

  function countLinked(account: number, query: CustomerQuery): number {
    const match = linkMatch(query)
    if (match === undefined) return 0
    return (
      sql.number(
        `select count(distinct rowid / ${linksPerUser}) from link_words where link_words match ?
         and rowid >= cast(? as integer) and rowid < cast(? as integer)`,
        [match, firstOrdinal(account) * linksPerUser, firstOrdinal(account + 1) * linksPerUser],
      ) ?? 0
    )
  }

  function changedSince(account: number, query: CustomerQuery, sinceUs: number, limit: number): number[] {
    const { text, parameters } = sinceSelect(account, query, sinceUs)
    return sql.numbers(`select ordinal ${text} order by updated_us, id limit ?`, [...parameters, limit])
  }

  function sinceSelect(account: number, query: CustomerQuery, sinceUs: number) {
    const from = 'from customer indexed by customer_by_update where account = ? and updated_us >= ?'
    const start = [account, sinceUs]
    const match = wordMatch(query)
    const brought = linkMatch(query)
    if (match === undefined) return { text: `${from} ${rowCriteria(query)}`, parameters: start }
    const found = 'ordinal in (select rowid from customer_words where customer_words match ?)'
    if (brought === undefined) return { text: `${from} and ${found}`, parameters: [...start, match] }
    // The contact must itself have changed since, as it must meet all that is asked.
    const users = `ordinal in (
      select l.user from link_words w join link l on l.place = w.rowid join customer c on c.ordinal = l.contact
      where w.link_words match ? and c.updated_us >= ?)`
    return { text: `${from} and (${found} or ${users})`, parameters: [...start, match, brought, sinceUs] }
  }
}

function firstOrdinal(account: number): number {
  return account * ordinalsPerAccount
}

/** Criteria on columns, for a query that has nothing to look up among the words. */
function rowCriteria({ type, includeDeleted }: CustomerQuery): string {
  return `${type === undefined ? "and type <> 'contact'" : ''} ${includeDeleted ? '' : 'and deleted = 0'}`
}
