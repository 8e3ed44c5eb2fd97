import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { accounts } from '../lib/sandbox/seed/seed'
import { databaseUrl, sessionSecret } from './servers'

/** Reads and writes rows of the audit log and of sessions, in the form that the app uses. */
export async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<Row>(text, values).finally(() => client.end())
  return rows
}

type Since = { created?: string; seen?: string; ended?: boolean }

/** Inserts a session that began and was last seen at the given times in the past; returns its id. */
export async function session({ created = '0', seen = '0', ended = false }: Since = {}): Promise<string> {
  const id = randomUUID()
  await query(
    `INSERT INTO sessions VALUES ($1, 'a@example.com', now() - $2::interval, now() - $3::interval, CASE WHEN $4 THEN now() END)`,
    [id, created, seen, ended],
  )
  return id
}

/** Returns a session cookie sealed as the server seals it, with the real key or with another one. */
export const seal = (change: Record<string, unknown>, secret = sessionSecret) =>
  encode({
    token: { email: 'a@example.com', name: 'A', role: 'admin', accounts: Object.values(accounts), ...change },
    secret,
  })
