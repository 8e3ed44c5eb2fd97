import type Database from 'libsql'
import type { CustomerRecord } from '../customer'
import { type IndexWords, wordSeparator } from './index-words'

type Connection = Database.Database

/** Microseconds since 1970 of an instant in ISO 8601. `NaN` for invalid text. */
export function microseconds(instant: string): number {
  const ms = Date.parse(instant)
  const microDigits = /\.\d{3}(\d{1,3})/.exec(instant)?.[1] ?? ''
  return ms * 1000 + Number(microDigits.padEnd(3, '0'))
}

const instantPattern = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/

/** Whether a text is a date-time with a time zone, as the API accepts and returns them. */
export function isInstant(text: string): boolean {
  return instantPattern.test(text) && !Number.isNaN(Date.parse(text))
}

/** Formats microseconds since 1970 as an instant of the API. */
export function isoOfMicroseconds(instant: number): string {
  const micro = instant % 1000
  const text = new Date(Math.floor(instant / 1000)).toISOString()
  return micro === 0 ? text : `${text.slice(0, -1)}${String(micro).padStart(3, '0')}Z`
}

/** When a customer last changed. For a tombstone, which has no `updated_at`, when it was deleted. */
export function lastChangedUs({ customer }: CustomerRecord): number {
  return microseconds(customer.deleted_at ?? customer.updated_at ?? customer.created_at)
}

/** The JSON of a customer in responses. */
export function bodyOf({ customer, hidden }: CustomerRecord): string {
  if (!hidden) return JSON.stringify(customer)
  return JSON.stringify(
    Object.fromEntries(Object.entries(customer).filter(([name]) => !hidden.some((hiddenName) => hiddenName === name))),
  )
}

/** Prepares the statements that write one customer. A build only inserts, an edit also replaces. */
export function prepareWriter(connection: Connection, words: IndexWords, verb: 'insert' | 'insert or replace') {
  const insertRow = connection.prepare(
    `${verb} into customer (ordinal, account, id, customer_id, type, deleted, updated_us, body, record) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertWords = connection.prepare(`${verb} into customer_words (rowid, words) values (?, ?)`)
  const insertContactFor = connection.prepare(
    'insert or ignore into contact_for (account, user_customer_id, contact) values (?, ?, ?)',
  )
  return {
    /** Writes the row, the words and the `contact_for` of a customer. `relink` writes the links. */
    customer(account: number, ordinal: number, record: CustomerRecord): void {
      const { customer, tags, tokens, communication } = record
      const body = bodyOf(record)
      const details = JSON.stringify({ tags, tokens, communication })
      insertRow.run([
        ordinal,
        account,
        customer.id,
        customer.customer_id,
        customer.type,
        customer.deleted_at ? 1 : 0,
        lastChangedUs(record),
        body,
        details,
      ])
      insertWords.run([ordinal, words.of(record).join(wordSeparator)])
      for (const { customer_id } of customer.contact_for ?? []) insertContactFor.run([account, customer_id, ordinal])
    },
  }
}
