import { randomUUID } from 'node:crypto'
import type Database from 'libsql'
import type { Holds } from '../assumptions'
import { type Customer, type CustomerRecord, customerTypes } from '../customer'
import { ApiError, badParameter, notFound } from '../http/api-error'
import { createCustomerFinder } from './find'
import { createIndexWords } from './index-words'
import { readRecord } from './read-record'
import { relink } from './relink'
import { dayUs, ordinalsPerAccount } from './schema'
import { prepareStatements } from './statements'
import { isInstant, isoOfMicroseconds, lastChangedUs, microseconds, prepareWriter } from './write'

export type Given = { [name: string]: unknown }

const editedBy = '00000000-0000-4000-8000-00000000e41d'
// Each edit sets a later instant, and microseconds must stay safe integers.
const lastUs = Date.UTC(2200, 0) * 1000
const readOnlyProperties = new Set(['id', 'created_at', 'deleted_at', 'deleted_by'])

/**
 * Creates, changes and deletes customers, for tests of a list that changes during pagination. Each edit has a later
 * instant than all others, or the time of the sandbox's clock when that is later. An edited store is rebuilt at the
 * next start.
 */
export function createCustomerEditor(connection: Database.Database, holds: Holds, clock: () => number) {
  const sql = prepareStatements(connection)
  const words = createIndexWords(holds)
  const writer = prepareWriter(connection, words, 'insert or replace')
  const finder = createCustomerFinder(connection, holds)

  const ordinalOf = (account: number, customerId: string) =>
    sql.number('select ordinal from customer where account = ? and customer_id = ?', [account, customerId])

  const existing = (account: number, customerId: string): [number, CustomerRecord] => {
    const ordinal = ordinalOf(account, customerId)
    const record = ordinal === undefined ? undefined : readRecord(connection, ordinal)
    if (ordinal === undefined || !record) throw notFound('No such customer')
    return [ordinal, record]
  }

  /** An instant after all others of the account, in microseconds. */
  const nextInstantUs = (account: number): number => {
    const last = sql.number('select max(updated_us) from customer where account = ?', [account]) ?? 0
    return Math.max(clock() * 1000, Math.floor(last / 1000) * 1000 + 1000)
  }

  const write = (
    account: number,
    ordinal: number,
    before: CustomerRecord | undefined,
    after: CustomerRecord,
  ): Customer => {
    const users = new Set<number>([ordinal])
    for (const { customer_id } of [...(before?.customer.contact_for ?? []), ...(after.customer.contact_for ?? [])]) {
      const user = ordinalOf(account, customer_id)
      if (user !== undefined) users.add(user)
    }
    connection.transaction(() => {
      sql.run("insert or replace into fact values ('changed', 'since it was made')")
      if (before) addToCensus(account, before, -1)
      for (const { customer_id } of before?.customer.contact_for ?? []) {
        sql.run('delete from contact_for where account = ? and user_customer_id = ? and contact = ?', [
          account,
          customer_id,
          ordinal,
        ])
      }
      writer.customer(account, ordinal, after)
      addToCensus(account, after, 1)
      for (const user of users) relink(connection, words, user)
    })()
    return after.customer
  }

  const addToCensus = (account: number, record: CustomerRecord, by: number) => {
    const { type, deleted_at } = record.customer
    const key = [account, Math.floor(lastChangedUs(record) / dayUs), type, deleted_at ? 1 : 0]
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
      if (ordinalOf(account, customerId) !== undefined) throw conflict('customer_id')
      const last = sql.number('select max(ordinal) from customer where account = ?', [account])
      const now = isoOfMicroseconds(nextInstantUs(account))
      const start = {
        customer_id: customerId,
        id: randomUUID(),
        created_at: now,
        created_by: editedBy,
        updated_at: now,
      }
      const record = mergeProperties(
        { customer: { type: 'customer', ...start }, tags: [], tokens: [], communication: {} },
        given,
      )
      rejectTakenEmail(account, record.customer)
      return write(account, last === undefined ? account * ordinalsPerAccount : last + 1, undefined, record)
    },

    change(account: number, customerId: string, given: Given): Customer {
      const [ordinal, before] = existing(account, customerId)
      if (before.customer.deleted_at) throw conflict('customer_id', 'is of a deleted customer')
      if (given.customer_id !== undefined && given.customer_id !== customerId)
        throw badParameter('customer_id', 'cannot change')
      const after = mergeProperties(before, { updated_at: isoOfMicroseconds(nextInstantUs(account)), ...given })
      rejectTakenEmail(account, after.customer)
      return write(account, ordinal, before, after)
    },

    remove(account: number, customerId: string): Customer {
      const [ordinal, before] = existing(account, customerId)
      if (before.customer.deleted_at) return before.customer
      const { type, id, created_at, created_by } = before.customer
      const deleted_at = isoOfMicroseconds(nextInstantUs(account))
      const customer = { type, customer_id: customerId, id, created_at, created_by, deleted_at, deleted_by: editedBy }
      return write(account, ordinal, before, { customer, tags: [], tokens: before.tokens, communication: {} })
    },
  }

  function rejectTakenEmail(account: number, { email, type, customer_id }: Customer): void {
    if (!email) return
    const [taken] = finder.page(account, { email, type, attributes: [], includeDeleted: false }, undefined, 1)
    if (taken !== undefined && readRecord(connection, taken)?.customer.customer_id !== customer_id)
      throw conflict('email')
  }
}

export type CustomerEditor = ReturnType<typeof createCustomerEditor>

function mergeProperties(before: CustomerRecord, given: Given): CustomerRecord {
  const { tags, tokens, communication, ...properties } = given
  for (const name of readOnlyProperties) if (name in properties) throw badParameter(name, 'cannot be given')
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
    tags: parseList(tags, 'tags', (tag): tag is string => typeof tag === 'string') ?? before.tags,
    tokens: parseList(tokens, 'tokens', isToken) ?? before.tokens,
    communication: typeof communication === 'object' ? { ...communication } : before.communication,
  }
}

function parseList<T>(value: unknown, name: string, is: (member: unknown) => member is T): T[] | undefined {
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
