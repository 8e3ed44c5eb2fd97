import type Database from 'libsql'
import type { Holds } from '../assumptions'
import { type CustomerQuery, matcher } from './match'
import { rowCriteria } from './row-criteria'
import { statements } from './statements'

/**
 * Finds customers by when they were changed, the instant included, oldest first. It walks the index of changes; what
 * the query asks beyond type and deletion is looked up among the words once and held against it.
 */
export function changedSince(connection: Database.Database, holds: Holds) {
  const sql = statements(connection)
  const match = matcher(holds)
  const direction = holds('changes-oldest-first') ? '' : 'desc'

  const select = (account: number, query: CustomerQuery, sinceUs: number) => {
    const from = 'from customer indexed by customer_by_update where account = ? and updated_us >= ?'
    const links = match.links(query)
    const words = match.customers(query)
    if (words === undefined || (match.customers({ ...query, type: 'any' }) === undefined && links === undefined)) {
      return { text: `${from} ${rowCriteria(query)}`, parameters: [account, sinceUs] }
    }
    const found = 'ordinal in (select rowid from customer_words where customer_words match ?)'
    if (links === undefined) return { text: `${from} and ${found}`, parameters: [account, sinceUs, words] }
    // The contact must itself have changed since, as it must meet all that is asked.
    const brought = `ordinal in (
      select l.user from link_words w join link l on l.place = w.rowid join customer c on c.ordinal = l.contact
      where w.link_words match ? and c.updated_us >= ?)`
    return { text: `${from} and (${found} or ${brought})`, parameters: [account, sinceUs, words, links, sinceUs] }
  }

  return {
    page(account: number, query: CustomerQuery, sinceUs: number, limit: number): number[] {
      const { text, parameters } = select(account, query, sinceUs)
      const order = `order by updated_us ${direction}, id ${direction}`
      return sql.numbers(`select ordinal ${text} ${order} limit ?`, [...parameters, limit])
    },

    total(account: number, query: CustomerQuery, sinceUs: number): number {
      const { text, parameters } = select(account, query, sinceUs)
      return sql.number(`select count(*) ${text}`, parameters) ?? 0
    },
  }
}
