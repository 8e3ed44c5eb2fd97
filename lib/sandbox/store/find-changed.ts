import type Database from 'libsql'
import type { Holds } from '../assumptions'
import { type CustomerQuery, createMatcher } from './match'
import { rowCriteria } from './row-criteria'
import { dayUs, ordinalsPerAccount } from './schema'
import { prepareStatements } from './statements'

/** The limits that select the query strategy. The results of all strategies are the same. */
const usualBounds = {
  /** Up to this number of matches, all matches are read at once. */
  maxFewMatches: 20_000,
  /** The number of changes that are scanned one by one before all matches are read instead. */
  maxScannedChanges: 2000,
  /** The longest prefix in the full-text index. A longer one would be computed for each scanned change. */
  maxIndexedPrefixLength: 6,
}

const changesSince = 'from customer indexed by customer_by_update where account = ? and updated_us >= ?'

/**
 * Finds customers that changed at or after an instant, oldest change first. A query that only filters by type and
 * deletion reads the index of changes. For any other query, all matches of the full-text index are read and sorted by
 * their change; when there are many, a limited number of changes is scanned first and each is tested for a match.
 */
export function createChangeFinder(connection: Database.Database, holds: Holds, bounds = usualBounds) {
  const { maxFewMatches, maxScannedChanges, maxIndexedPrefixLength } = bounds
  const sql = prepareStatements(connection)
  const match = createMatcher(holds)
  const direction = holds('changes-oldest-first') ? '' : 'desc'

  /** Whether the query only filters by type and deletion. */
  const hasRowCriteriaOnly = (query: CustomerQuery) =>
    match.links(query) === undefined && match.customers({ ...query, type: 'any' }) === undefined

  const hasFewMatches = (words: string): boolean => {
    const some = 'select 1 from customer_words where customer_words match ? limit ?'
    return (sql.number(`select count(*) from (${some})`, [words, maxFewMatches + 1]) ?? 0) <= maxFewMatches
  }

  /** The first matches in the index of changes, and whether these are all that the page or the total needs. */
  const scanChanges = (account: number, query: CustomerQuery, sinceUs: number, limit: number) => {
    const words = match.customers(query)
    const isIndexed = match.links(query) === undefined && (query.search?.length ?? 0) <= maxIndexedPrefixLength
    if (words === undefined || !isIndexed || hasFewMatches(words)) return { found: [], isComplete: false }
    const order = `order by updated_us ${direction}, id ${direction}`
    const changes = sql.numbers(`select ordinal ${changesSince} ${order} limit ?`, [
      account,
      sinceUs,
      maxScannedChanges,
    ])
    const found: number[] = []
    for (const ordinal of changes) {
      const matchesWords = 'select 1 from customer_words where customer_words match ? and rowid = cast(? as integer)'
      if (sql.number(matchesWords, [words, ordinal]) !== undefined) found.push(ordinal)
      if (found.length === limit) return { found, isComplete: true }
    }
    return { found, isComplete: changes.length < maxScannedChanges }
  }

  const select = (account: number, query: CustomerQuery, sinceUs: number) => {
    const ordinalRange = [account * ordinalsPerAccount, (account + 1) * ordinalsPerAccount]
    const links = match.links(query)
    const matches = `select rowid as place from customer_words where customer_words match ?
      and rowid >= cast(? as integer) and rowid < cast(? as integer)`
    // The contact must also have changed since the instant, because it must meet all criteria.
    const linkedUsers = `select distinct l.user from link_words w join link l on l.place = w.rowid
      join customer contact on contact.ordinal = l.contact
      where w.link_words match ? and l.user >= ? and l.user < ? and contact.updated_us >= ?`
    const allMatches = links === undefined ? matches : `${matches} union all ${linkedUsers}`
    return {
      from: `(${allMatches}) found cross join customer c indexed by customer_change on c.ordinal = found.place
        where c.updated_us >= ?`,
      parameters: [
        match.customers(query) ?? '',
        ...ordinalRange,
        ...(links === undefined ? [] : [links, ...ordinalRange, sinceUs]),
        sinceUs,
      ],
    }
  }

  return {
    page(account: number, query: CustomerQuery, sinceUs: number, limit: number): number[] {
      if (hasRowCriteriaOnly(query)) {
        const order = `order by updated_us ${direction}, id ${direction}`
        return sql.numbers(`select ordinal ${changesSince} ${rowCriteria(query)} ${order} limit ?`, [
          account,
          sinceUs,
          limit,
        ])
      }
      const scanned = scanChanges(account, query, sinceUs, limit)
      if (scanned.isComplete) return scanned.found
      const { from, parameters } = select(account, query, sinceUs)
      const order = `order by c.updated_us ${direction}, c.id ${direction}`
      return sql.numbers(`select c.ordinal from ${from} ${order} limit ?`, [...parameters, limit])
    },

    total(account: number, query: CustomerQuery, sinceUs: number): number {
      if (hasRowCriteriaOnly(query)) {
        const nextDay = Math.floor(sinceUs / dayUs) + 1
        const within = `select count(*) ${changesSince} and updated_us < ? ${rowCriteria(query)}`
        const after = `select sum(customers) from census where account = ? and day >= ? ${rowCriteria(query)}`
        return (
          (sql.number(within, [account, sinceUs, nextDay * dayUs]) ?? 0) + (sql.number(after, [account, nextDay]) ?? 0)
        )
      }
      const scanned = scanChanges(account, query, sinceUs, Number.POSITIVE_INFINITY)
      if (scanned.isComplete) return scanned.found.length
      const { from, parameters } = select(account, query, sinceUs)
      return sql.number(`select count(*) from ${from}`, parameters) ?? 0
    },
  }
}
