import type Database from 'libsql'
import type { Holds } from '../assumptions'
import type { Customer, CustomerRecord } from '../customer'
import { parseStored } from './damage'
import { createCustomerFinder } from './find'
import type { CustomerQuery } from './match'
import { prepareStatements } from './statements'

/** The queries of the endpoints. They return JSON text as it is stored. */
export type Store = ReturnType<typeof createStore>

// One query for the whole page: a hundred queries cost more than reading the rows.
const bodiesInOrder = `select cast('[' || group_concat(c.body, ',' order by place.key) || ']' as blob)
  from json_each(?) place cross join customer c on c.ordinal = place.value`

const companyOf = `select cast(body as blob) from customer
  where account = ? and deleted = 0 and json_extract(body, '$.type') = 'company'
    and json_extract(body, '$.company.organization_number') in (?, ?) order by ordinal limit 1`

const departmentsOf = `select cast(json_group_array(json_extract(body, '$.company.department')) as blob) from customer
  where account = ? and deleted = 0 and json_extract(body, '$.company.organization_number') = ?`

export function createStore(connection: Database.Database, holds: Holds) {
  const sql = prepareStatements(connection)
  const finder = createCustomerFinder(connection, holds)
  const accountNumbers = new Map<string, number>()
  for (const number of sql.numbers('select number from account')) {
    accountNumbers.set(sql.text('select cast(id as blob) from account where number = ?', [number]) ?? '', number)
  }
  return {
    connection,

    /** The number of an account in the store. `undefined` for an unknown account. */
    accountNumber: (account: string): number | undefined => accountNumbers.get(account),

    /** The ordinal of the customer with that `id`. `undefined` when there is none. */
    ordinalOfId: (account: number, id: string): number | undefined =>
      sql.number('select ordinal from customer where id = ? and account = ?', [id, account]),

    ordinalOfCustomer: (account: number, customerId: string): number | undefined =>
      sql.number('select ordinal from customer where account = ? and customer_id = ?', [account, customerId]),

    /** A page of customers as a JSON array. */
    page(account: number, query: CustomerQuery, cursor: number | undefined, limit: number): string {
      const ordinals = JSON.stringify(finder.page(account, query, cursor, limit))
      return sql.text(bodiesInOrder, [ordinals]) ?? '[]'
    },

    total: (account: number, query: CustomerQuery, cursor: number | undefined): number =>
      finder.total(account, query, cursor),

    /** One customer as JSON. */
    body: (ordinal: number): string | undefined =>
      sql.text('select cast(body as blob) from customer where ordinal = ?', [ordinal]),

    isDeleted: (ordinal: number): boolean =>
      sql.number('select deleted from customer where ordinal = ?', [ordinal]) === 1,

    /** Tags, tokens and communication of one customer. */
    details: (ordinal: number): Omit<CustomerRecord, 'customer'> =>
      parseStored(sql.text('select cast(record as blob) from customer where ordinal = ?', [ordinal]) ?? ''),

    /**
     * The departments of the customers with that organization number, in order; undefined where nobody has it. It reads all
     * customers of the account: no index is worth its size for a call this rare.
     */
    departments(account: number, organizationNumber: string): string[] | undefined {
      const found: (string | null)[] = JSON.parse(sql.text(departmentsOf, [account, organizationNumber]) ?? '[]')
      if (found.length === 0) return undefined
      return [...new Set(found.flatMap((department) => department || []))].toSorted()
    },

    /** The company with that organization number, with or without the letters of value-added tax; read as the departments are. */
    company(account: number, organizationNumber: string): Customer | undefined {
      const digits = organizationNumber.replace(/MVA$/, '')
      const body = sql.text(companyOf, [account, digits, `${digits}MVA`])
      return body === undefined ? undefined : JSON.parse(body)
    },

    tags: (account: number): string =>
      sql.text('select cast(tags as blob) from account where number = ?', [account]) ?? '[]',
    terms: (account: number): string =>
      sql.text('select cast(terms as blob) from account where number = ?', [account]) ?? '[]',
    settings: (account: number): string =>
      sql.text('select cast(settings as blob) from account where number = ?', [account]) ?? '{}',

    close: () => connection.close(),
  }
}
