import type Database from 'libsql'
import type { Customer, CustomerRecord } from '../customer'
import { kept } from './damage'
import { statements } from './statements'

const sql = 'select cast(body as blob), cast(record as blob), cast(id as blob) from customer where ordinal = ?'

/** All that is kept of one customer, or `undefined` where nobody has that place. */
export function readRecord(connection: Database.Database, ordinal: number): CustomerRecord | undefined {
  const row = statements(connection).texts(sql, [ordinal])
  if (!row) return undefined
  const [body = '', beside = '', id = ''] = row
  const customer: Customer = { id, ...kept<Omit<Customer, 'id'>>(body) }
  return { customer, ...kept<Omit<CustomerRecord, 'customer'>>(beside) }
}
