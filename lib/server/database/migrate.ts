import 'server-only'
import { fileURLToPath } from 'node:url'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import { openDatabase } from '@/lib/server/database/open'

/** Brings the tables of a database up to date; what is applied already is left alone. Two at once wait for each other. */
export async function migrate(url: string): Promise<void> {
  const { database, pool } = openDatabase(url)
  const lock = await pool.connect()
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('customer desk migrations'))`)
    await applyMigrations(database, { migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)) })
  } finally {
    lock.release(true)
    await pool.end()
  }
}
