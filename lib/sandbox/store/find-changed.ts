import type Database from 'libsql'
import type { Holds } from '../assumptions'
import { type CustomerQuery, matcher } from './match'
import { rowCriteria } from './row-criteria'
import { ordinalsPerAccount } from './schema'
import { statements } from './statements'

/**
 * Finds customers by when they were changed, the instant included, oldest first. A query that asks for no more than type
 * and deletion walks the index of changes; any other is looked up among the words, and each find's change is read from
 * an index that lies in the order of the list, so the cost is that of what the words find, whatever the instant.
 */
export function changedSince(connection: Database.Database, holds: Holds) {
  const sql = statements(connection)
  const match = matcher(holds)
  const direction = holds('changes-oldest-first') ? '' : 'desc'

  const select = (account: number, query: CustomerQuery, sinceUs: number) => {
    const links = match.links(query)
    const words = match.customers(query)
    if (words === undefined || (links === undefined && match.customers({ ...query, type: 'any' }) === undefined)) {
      const from = `customer c indexed by customer_by_update where account = ? and updated_us >= ? ${rowCriteria(query)}`
      return { from, parameters: [account, sinceUs] }
    }
    const places = [account * ordinalsPerAccount, (account + 1) * ordinalsPerAccount]
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
      parameters: [words, ...places, ...(links === undefined ? [] : [links, ...places, sinceUs]), sinceUs],
    }
  }

  return {
    page(account: number, query: CustomerQuery, sinceUs: number, limit: number): number[] {
      const { from, parameters } = select(account, query, sinceUs)
      const order = `order by c.updated_us ${direction}, c.id ${direction}`
      return sql.numbers(`select c.ordinal from ${from} ${order} limit ?`, [...parameters, limit])
    },

    total(account: number, query: CustomerQuery, sinceUs: number): number {
      const { from, parameters } = select(account, query, sinceUs)
      return sql.number(`select count(*) from ${from}`, parameters) ?? 0
    },
  }
}
