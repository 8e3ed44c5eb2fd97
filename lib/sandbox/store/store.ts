import type Database from 'libsql'
import type { Holds } from '../assumptions'
import { customerFinder } from './find'
import type { CustomerQuery } from './match'
import { statements } from './statements'

/** What the endpoints ask of the store. Everything that goes out is JSON text as it was kept. */
export type Store = ReturnType<typeof storeOf>

export function storeOf(connection: Database.Database, holds: Holds) {
  const sql = statements(connection)
  const finder = customerFinder(connection, holds)
  const accountNumbers = new Map<string, number>()
  for (const number of sql.numbers('select number from account')) {
    accountNumbers.set(sql.text('select id from account where number = ?', [number]) ?? '', number)
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
      const ordinals = finder.page(account, query, cursor, limit)
      return `[${ordinals.map((ordinal) => sql.text('select body from customer where ordinal = ?', [ordinal])).join(',')}]`
    },

    total: (account: number, query: CustomerQuery, cursor: number | undefined): number =>
      finder.total(account, query, cursor),

    /** One customer as JSON. */
    body: (ordinal: number): string | undefined => sql.text('select body from customer where ordinal = ?', [ordinal]),

    isDeleted: (ordinal: number): boolean =>
      sql.number('select deleted from customer where ordinal = ?', [ordinal]) === 1,

    /** Tags, tokens and communication of one customer as the JSON of an object. */
    beside: (ordinal: number): string | undefined =>
      sql.text('select record from customer where ordinal = ?', [ordinal]),

    tags: (account: number): string => sql.text('select tags from account where number = ?', [account]) ?? '[]',
    terms: (account: number): string => sql.text('select terms from account where number = ?', [account]) ?? '[]',
    settings: (account: number): string => sql.text('select settings from account where number = ?', [account]) ?? '{}',

    close: () => connection.close(),
  }
}
