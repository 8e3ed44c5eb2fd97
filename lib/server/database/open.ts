import 'server-only'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { processSingleton } from '@/lib/server/process-singleton'

export type Database = NodePgDatabase<Record<string, never>>
export type OpenDatabase = { database: Database; pool: pg.Pool }

/**
 * Opens a pool of connections. Every wait has a time-out: when the database is gone, slow or locked, a request fails within
 * seconds and does not hang.
 */
export function openDatabase(url: string): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 2_000,
    // A transaction that hangs and is then rolled back takes this twice, which must be less than the 10 s of a request.
    query_timeout: 4_000,
    statement_timeout: 3_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 4_000,
    keepAlive: true,
  })
  // The pool drops a connection that breaks while idle, and opens another for the next query.
  pool.on('error', () => log('warn', 'database connection lost', { request_id: '' }))
  // One that breaks in a transaction rejects the statement under way; without a listener it would throw beside it as well.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { database: drizzle(pool), pool }
}

/** The only pool of this process, on `DATABASE_URL`. */
export const openedDatabase = (): OpenDatabase => processSingleton('database', () => openDatabase(env().databaseUrl))

export const database = (): Database => openedDatabase().database
