import type Database from 'libsql'
import type { Holds } from '../assumptions'
import { type CustomerQuery, matcher } from './match'
import { rowCriteria } from './row-criteria'
import { dayUs, ordinalsPerAccount } from './schema'
import { statements } from './statements'

/** Where one way of finding gives way to another; the finds are the same. */
const usualBounds = {
  /** What so few customers answer to is read whole at once. */
  fewFinds: 20_000,
  /** So many changes are looked at one by one before all that the words find is read instead. */
  mostAlongChanges: 2000,
  /** Up to here the index of words holds a prefix ready; a longer one would be put together at each look. */
  longestReadyPrefix: 6,
}

const alongChanges = 'from customer indexed by customer_by_update where account = ? and updated_us >= ?'

/**
 * Finds customers by when they were changed, the instant included, oldest first. A query for no more than type and
 * deletion walks along the index of changes. Of any other, all that the words find is read with its changes; where that
 * is much, it first walks along the changes for a while, each customer held against the words.
 */
export function changedSince(connection: Database.Database, holds: Holds, bounds = usualBounds) {
  const { fewFinds, mostAlongChanges, longestReadyPrefix } = bounds
  const sql = statements(connection)
  const match = matcher(holds)
  const direction = holds('changes-oldest-first') ? '' : 'desc'

  /** Whether type and deletion are all that is asked beside the instant. */
  const isPlain = (query: CustomerQuery) =>
    match.links(query) === undefined && match.customers({ ...query, type: 'any' }) === undefined

  const isFew = (words: string): boolean => {
    const some = 'select 1 from customer_words where customer_words match ? limit ?'
    return (sql.number(`select count(*) from (${some})`, [words, fewFinds + 1]) ?? 0) <= fewFinds
  }

  /** The first finds along the index of changes, and whether there can be no more of them. */
  const walk = (account: number, query: CustomerQuery, sinceUs: number, limit: number) => {
    const words = match.customers(query)
    const ready = match.links(query) === undefined && (query.search?.length ?? 0) <= longestReadyPrefix
    if (words === undefined || !ready || isFew(words)) return { found: [], whole: false }
    const order = `order by updated_us ${direction}, id ${direction}`
    const along = sql.numbers(`select ordinal ${alongChanges} ${order} limit ?`, [account, sinceUs, mostAlongChanges])
    const found: number[] = []
    for (const place of along) {
      const holdsWords = 'select 1 from customer_words where customer_words match ? and rowid = cast(? as integer)'
      if (sql.number(holdsWords, [words, place]) !== undefined) found.push(place)
      if (found.length === limit) return { found, whole: true }
    }
    return { found, whole: along.length < mostAlongChanges }
  }

  const select = (account: number, query: CustomerQuery, sinceUs: number) => {
    const places = [account * ordinalsPerAccount, (account + 1) * ordinalsPerAccount]
    const links = match.links(query)
    const found = `select rowid as place from customer_words where customer_words match ?
      and rowid >= cast(? as integer) and rowid < cast(? as integer)`
    // The contact must itself have changed since, as it must meet all that is asked.
    const brought = `select distinct l.user from link_words w join link l on l.place = w.rowid
      join customer contact on contact.ordinal = l.contact
      where w.link_words match ? and l.user >= ? and l.user < ? and contact.updated_us >= ?`
    const both = links === undefined ? found : `${found} union all ${brought}`
    return {
      from: `(${both}) found cross join customer c indexed by customer_change on c.ordinal = found.place
        where c.updated_us >= ?`,
      parameters: [
        match.customers(query) ?? '',
        ...places,
        ...(links === undefined ? [] : [links, ...places, sinceUs]),
        sinceUs,
      ],
    }
  }

  return {
    page(account: number, query: CustomerQuery, sinceUs: number, limit: number): number[] {
      if (isPlain(query)) {
        const order = `order by updated_us ${direction}, id ${direction}`
        return sql.numbers(`select ordinal ${alongChanges} ${rowCriteria(query)} ${order} limit ?`, [
          account,
          sinceUs,
          limit,
        ])
      }
      const walked = walk(account, query, sinceUs, limit)
      if (walked.whole) return walked.found
      const { from, parameters } = select(account, query, sinceUs)
      const order = `order by c.updated_us ${direction}, c.id ${direction}`
      return sql.numbers(`select c.ordinal from ${from} ${order} limit ?`, [...parameters, limit])
    },

    total(account: number, query: CustomerQuery, sinceUs: number): number {
      if (isPlain(query)) {
        const nextDay = Math.floor(sinceUs / dayUs) + 1
        const within = `select count(*) ${alongChanges} and updated_us < ? ${rowCriteria(query)}`
        const after = `select sum(customers) from census where account = ? and day >= ? ${rowCriteria(query)}`
        return (
          (sql.number(within, [account, sinceUs, nextDay * dayUs]) ?? 0) + (sql.number(after, [account, nextDay]) ?? 0)
        )
      }
      const walked = walk(account, query, sinceUs, Number.POSITIVE_INFINITY)
      if (walked.whole) return walked.found.length
      const { from, parameters } = select(account, query, sinceUs)
      return sql.number(`select count(*) from ${from}`, parameters) ?? 0
    },
  }
}
