import type Database from 'libsql'
import type { Holds } from '../assumptions'
import type { CustomerRecord } from '../customer'
import { kept } from './damage'
import { customerFinder } from './find'
import type { CustomerQuery } from './match'
import { statements } from './statements'

/** What the endpoints ask of the store. Everything that goes out is JSON text as it was kept. */
export type Store = ReturnType<typeof storeOf>

// One call for the whole page: to go into the database and back a hundred times costs more than to read the rows.
const bodiesInOrder = `select cast('[' || group_concat(c.body, ',' order by place.key) || ']' as blob)
  from json_each(?) place cross join customer c on c.ordinal = place.value`

export function storeOf(connection: Database.Database, holds: Holds) {
  const sql = statements(connection)
  const finder = customerFinder(connection, holds)
  const accountNumbers = new Map<string, number>()
  for (const number of sql.numbers('select number from account')) {
    accountNumbers.set(sql.text('select cast(id as blob) from account where number = ?', [number]) ?? '', number)
  }
  return {
    connection,

    /** The number of an account in the store, `undefined` for one that does not exist. */
    accountNumber: (account: string): number | undefined => accountNumbers.get(account),

    /** The place in the list of the customer with that `id`, `undefined` where nobody has it. */
    ordinalOfId: (account: number, id: string): number | undefined =>
      sql.number('select ordinal from customer where id = ? and account = ?', [id, account]),

    ordinalOfCustomer: (account: number, customerId: string): number | undefined =>
      sql.number('select ordinal from customer where account = ? and customer_id = ?', [account, customerId]),

    /** A page of customers as a JSON array. */
    page(account: number, query: CustomerQuery, cursor: number | undefined, limit: number): string {
      const places = JSON.stringify(finder.page(account, query, cursor, limit))
      return sql.text(bodiesInOrder, [places]) ?? '[]'
    },

    total: (account: number, query: CustomerQuery, cursor: number | undefined): number =>
      finder.total(account, query, cursor),

    /** One customer as JSON. */
    body: (ordinal: number): string | undefined =>
      sql.text('select cast(body as blob) from customer where ordinal = ?', [ordinal]),

    isDeleted: (ordinal: number): boolean =>
      sql.number('select deleted from customer where ordinal = ?', [ordinal]) === 1,

    /** Tags, tokens and communication of one customer. */
    beside: (ordinal: number): Omit<CustomerRecord, 'customer'> =>
      kept(sql.text('select cast(record as blob) from customer where ordinal = ?', [ordinal]) ?? ''),

    tags: (account: number): string =>
      sql.text('select cast(tags as blob) from account where number = ?', [account]) ?? '[]',
    terms: (account: number): string =>
      sql.text('select cast(terms as blob) from account where number = ?', [account]) ?? '[]',
    settings: (account: number): string =>
      sql.text('select cast(settings as blob) from account where number = ?', [account]) ?? '{}',

    close: () => connection.close(),
  }
}
