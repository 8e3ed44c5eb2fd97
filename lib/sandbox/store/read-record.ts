import type Database from 'libsql'
import type { Customer, CustomerRecord } from '../customer'
import { statements } from './statements'

/** All that is kept of one customer, or `undefined` where nobody has that place. */
export function readRecord(connection: Database.Database, ordinal: number): CustomerRecord | undefined {
  const row = statements(connection).texts('select body, record, id from customer where ordinal = ?', [ordinal])
  if (!row) return undefined
  const [body = '', beside = '', id = ''] = row
  const customer: Customer = { id, ...JSON.parse(body) }
  return { customer, ...JSON.parse(beside) }
}
