import 'server-only'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '@/lib/server/database/migrate'

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
