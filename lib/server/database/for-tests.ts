import 'server-only'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '@/lib/server/database/migrate'

/**
 * Lets the database of a URL show a time of the test's choice, to connections that are opened afterwards: a function of its own
 * stands before PostgreSQL's. Returns a function that sets the time, and with null gives the real one.
 */
export async function databaseClock(url: string): Promise<(time: string | null) => Promise<void>> {
  const run = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }
  await run(
    'CREATE TABLE clock (time timestamptz)',
    'INSERT INTO clock VALUES (NULL)',
    'GRANT SELECT ON clock TO PUBLIC',
    `CREATE FUNCTION clock_timestamp() RETURNS timestamptz LANGUAGE sql AS
       'SELECT coalesce((SELECT time FROM public.clock), pg_catalog.clock_timestamp())'`,
    `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET search_path = public, pg_catalog`,
  )
  return (time) => run(`UPDATE clock SET time = ${time === null ? 'NULL' : pg.escapeLiteral(time)}`)
}

/** Creates a database with all tables on the PostgreSQL of this test run, and returns its URL. */
export async function databaseForTests(): Promise<string> {
  const server = new URL(inject('postgresUrl'))
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  server.pathname = `/${name}`
  await migrate(server.href)
  return server.href
}
