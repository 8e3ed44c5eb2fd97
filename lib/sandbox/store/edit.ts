import { randomUUID } from 'node:crypto'
import type Database from 'libsql'
import type { Holds } from '../assumptions'
import { type Customer, type CustomerRecord, customerTypes } from '../customer'
import { ApiError, badParameter, notFound } from '../http/api-error'
import { customerFinder } from './find'
import { readRecord } from './read-record'
import { relink } from './relink'
import { dayUs, ordinalsPerAccount } from './schema'
import { statements } from './statements'
import { vocabulary } from './vocabulary'
import { changedUs, isInstant, isoOfMicroseconds, microseconds, prepareWriter } from './write'

export type Given = { [name: string]: unknown }

const editedBy = '00000000-0000-4000-8000-00000000e41d'
// What is written later is later still, and microseconds have to stay whole numbers.
const lastUs = Date.UTC(2200, 0) * 1000
const fixed = new Set(['id', 'created_at', 'deleted_at', 'deleted_by'])

/**
 * Creates, changes and deletes customers, for tests that watch a list change under a reader. Times move on with each
 * edit, by the sandbox's clock where that is ahead of the data. An edited store is made anew at the next start.
 */
export function customerEditor(connection: Database.Database, holds: Holds, clock: () => number) {
  const sql = statements(connection)
  const words = vocabulary(holds)
  const writer = prepareWriter(connection, words, 'insert or replace')
  const finder = customerFinder(connection, holds)

  const placeOf = (account: number, customerId: string) =>
    sql.number('select ordinal from customer where account = ? and customer_id = ?', [account, customerId])

  const existing = (account: number, customerId: string): [number, CustomerRecord] => {
    const place = placeOf(account, customerId)
    const record = place === undefined ? undefined : readRecord(connection, place)
    if (place === undefined || !record) throw notFound('No such customer')
    return [place, record]
  }

  /** An instant after every other in the account, in microseconds. */
  const laterThanAll = (account: number): number => {
    const last = sql.number('select max(updated_us) from customer where account = ?', [account]) ?? 0
    return Math.max(clock() * 1000, Math.floor(last / 1000) * 1000 + 1000)
  }

  const write = (
    account: number,
    place: number,
    before: CustomerRecord | undefined,
    after: CustomerRecord,
  ): Customer => {
    const users = new Set<number>([place])
    for (const { customer_id } of [...(before?.customer.contact_for ?? []), ...(after.customer.contact_for ?? [])]) {
      const user = placeOf(account, customer_id)
      if (user !== undefined) users.add(user)
    }
    connection.transaction(() => {
      sql.run("insert or replace into fact values ('changed', 'since it was made')")
      if (before) count(account, before, -1)
      for (const { customer_id } of before?.customer.contact_for ?? []) {
        sql.run('delete from contact_for where account = ? and user_customer_id = ? and contact = ?', [
          account,
          customer_id,
          place,
        ])
      }
      writer.customer(account, place, after)
      count(account, after, 1)
      for (const user of users) relink(connection, words, user)
    })()
    return after.customer
  }

  const count = (account: number, record: CustomerRecord, by: number) => {
    const { type, deleted_at } = record.customer
    const key = [account, Math.floor(changedUs(record) / dayUs), type, deleted_at ? 1 : 0]
    sql.run('insert or ignore into census values (?, ?, ?, ?, 0)', key)
    const where = 'account = ? and day = ? and type = ? and deleted = ?'
    sql.run(`update census set customers = customers + ? where ${where}`, [by, ...key])
  }

  return {
    create(account: number, given: Given): Customer {
      const customerId = given.customer_id ?? randomUUID()
      if (typeof customerId !== 'string' || customerId === '' || customerId.length > 255) {
        throw badParameter('customer_id', 'must be text of 1 to 255 characters')
      }
      if (placeOf(account, customerId) !== undefined) throw conflict('customer_id')
      const last = sql.number('select max(ordinal) from customer where account = ?', [account])
      const now = isoOfMicroseconds(laterThanAll(account))
      const start = {
        customer_id: customerId,
        id: randomUUID(),
        created_at: now,
        created_by: editedBy,
        updated_at: now,
      }
      const record = merged(
        { customer: { type: 'customer', ...start }, tags: [], tokens: [], communication: {} },
        given,
      )
      refuseTakenEmail(account, record.customer)
      return write(account, last === undefined ? account * ordinalsPerAccount : last + 1, undefined, record)
    },

    change(account: number, customerId: string, given: Given): Customer {
      const [place, before] = existing(account, customerId)
      if (before.customer.deleted_at) throw conflict('customer_id', 'is of a deleted customer')
      if (given.customer_id !== undefined && given.customer_id !== customerId)
        throw badParameter('customer_id', 'cannot change')
      const after = merged(before, { updated_at: isoOfMicroseconds(laterThanAll(account)), ...given })
      refuseTakenEmail(account, after.customer)
      return write(account, place, before, after)
    },

    remove(account: number, customerId: string): Customer {
      const [place, before] = existing(account, customerId)
      if (before.customer.deleted_at) return before.customer
      const { type, id, created_at, created_by } = before.customer
      const deleted_at = isoOfMicroseconds(laterThanAll(account))
      const customer = { type, customer_id: customerId, id, created_at, created_by, deleted_at, deleted_by: editedBy }
      return write(account, place, before, { customer, tags: [], tokens: [], communication: {} })
    },
  }

  function refuseTakenEmail(account: number, { email, type, customer_id }: Customer): void {
    if (!email) return
    const [taken] = finder.page(account, { email, type, attributes: [], includeDeleted: false }, undefined, 1)
    if (taken !== undefined && readRecord(connection, taken)?.customer.customer_id !== customer_id)
      throw conflict('email')
  }
}

export type CustomerEditor = ReturnType<typeof customerEditor>

function merged(before: CustomerRecord, given: Given): CustomerRecord {
  const { tags, tokens, communication, ...properties } = given
  for (const name of fixed) if (name in properties) throw badParameter(name, 'cannot be given')
  const customer: Customer = { ...before.customer, ...properties }
  if (!customerTypes.includes(customer.type)) throw badParameter('type', `must be one of ${customerTypes.join(', ')}`)
  for (const name of ['first_name', 'last_name', 'email', 'phone_number'] as const) {
    const value: unknown = customer[name] ?? null
    if (value !== null && typeof value !== 'string') throw badParameter(name, 'must be text or null')
  }
  const { updated_at } = customer
  if (typeof updated_at !== 'string' || !isInstant(updated_at) || microseconds(updated_at) > lastUs)
    throw badParameter('updated_at', 'must be an ISO 8601 date-time with a zone, before 2200')
  const contacts: unknown = customer.contact_for ?? []
  if (!Array.isArray(contacts) || !contacts.every((contact) => typeof contact?.customer_id === 'string')) {
    throw badParameter('contact_for', 'must be an array of objects with a customer_id')
  }
  return {
    customer,
    tags: listOf(tags, 'tags', (tag): tag is string => typeof tag === 'string') ?? before.tags,
    tokens: listOf(tokens, 'tokens', isToken) ?? before.tokens,
    communication: typeof communication === 'object' ? { ...communication } : before.communication,
  }
}

function listOf<T>(value: unknown, name: string, is: (member: unknown) => member is T): T[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value) || !value.every(is)) throw badParameter(name, 'is not a list of the right things')
  return value
}

function isToken(value: unknown): value is CustomerRecord['tokens'][number] {
  if (typeof value !== 'object' || value === null) return false
  const fields = new Map<string, unknown>(Object.entries(value))
  return ['id', 'type', 'value', 'created_at'].every((name) => typeof fields.get(name) === 'string')
}

function conflict(parameter: string, problem = 'is taken'): ApiError {
  return new ApiError(409, `${parameter}: ${problem}`, { code: 'CONFLICT', errors: [{ parameter, message: problem }] })
}
