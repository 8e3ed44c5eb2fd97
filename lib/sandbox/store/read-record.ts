import type Database from 'libsql'
import type { Customer, CustomerRecord } from '../customer'
import { parseStored } from './damage'
import { prepareStatements } from './statements'

const sql = 'select cast(body as blob), cast(record as blob), cast(id as blob) from customer where ordinal = ?'

/** The stored data of one customer. `undefined` when no customer has that ordinal. */
export function readRecord(connection: Database.Database, ordinal: number): CustomerRecord | undefined {
  const row = prepareStatements(connection).texts(sql, [ordinal])
  if (!row) return undefined
  const [body = '', details = '', id = ''] = row
  const customer: Customer = { id, ...parseStored<Omit<Customer, 'id'>>(body) }
  return { customer, ...parseStored<Omit<CustomerRecord, 'customer'>>(details) }
}
