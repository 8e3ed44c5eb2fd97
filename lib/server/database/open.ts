import 'server-only'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { auditChainEnds } from '@/lib/server/database/schema'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { processSingleton } from '@/lib/server/process-singleton'

export type Database = NodePgDatabase<Record<string, never>>
export type OpenDatabase = { database: Database; pool: pg.Pool }

/**
 * A pool of connections. What waits is bounded: a database that is gone, slow or locked makes an answer fail in seconds,
 * and never holds it.
 */
export function openDatabase(url: string): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 2_000,
    // Twice this, for a transaction that stands still and is then taken back, is less than an answer may wait: 10 s.
    query_timeout: 4_000,
    statement_timeout: 3_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 4_000,
    keepAlive: true,
  })
  // A connection that breaks while idle is thrown away; the next query opens another.
  pool.on('error', () => log('warn', 'database connection lost', { request_id: '' }))
  return { database: drizzle(pool), pool }
}

/** The one pool of this process, on `DATABASE_URL`. */
export const openedDatabase = (): OpenDatabase => processSingleton('database', () => openDatabase(env().databaseUrl))

export const database = (): Database => openedDatabase().database

/** Whether the database answers and has its tables. What is wrong is logged: `npm run migrate` may have been forgotten. */
export async function isMigrated(): Promise<boolean> {
  try {
    await database().select().from(auditChainEnds)
    return true
  } catch (error) {
    log('error', 'database unavailable', { request_id: '', error: error instanceof Error ? error.name : typeof error })
    return false
  }
}
