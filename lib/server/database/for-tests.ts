import 'server-only'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '@/lib/server/database/migrate'

/** Connects to a database as its owner, beside the pool of the app. The caller ends the connection. */
export async function connectByHand(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** Runs statements one after the other on a connection of their own, as the owner of the database. */
export async function runByHand(url: string, ...statements: string[]): Promise<void> {
  const client = await connectByHand(url)
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/**
 * Lets the database of a URL show a time of the test's choice, to connections that are opened afterwards: a function of its own
 * stands before PostgreSQL's. Returns a function that sets the time, and with null gives the real one.
 */
export async function databaseClock(url: string): Promise<(time: string | null) => Promise<void>> {
  await runByHand(
    url,
    'CREATE TABLE clock (time timestamptz)',
    'INSERT INTO clock VALUES (NULL)',
    'GRANT SELECT ON clock TO PUBLIC',
    `CREATE FUNCTION clock_timestamp() RETURNS timestamptz LANGUAGE sql AS
       'SELECT coalesce((SELECT time FROM public.clock), pg_catalog.clock_timestamp())'`,
    `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET search_path = public, pg_catalog`,
  )
  return (time) => runByHand(url, `UPDATE clock SET time = ${time === null ? 'NULL' : pg.escapeLiteral(time)}`)
}

/** Creates a database with all tables on the PostgreSQL of this test run, and returns its URL. */
export async function databaseForTests(): Promise<string> {
  const server = new URL(inject('postgresUrl'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runByHand(server.href, `CREATE DATABASE ${name}`)
  server.pathname = `/${name}`
  await migrate(server.href)
  return server.href
}
