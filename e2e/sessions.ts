import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { accounts } from '../lib/sandbox/seed/seed'
import { databaseUrl, sessionSecret } from './servers'

/** The rows of the record of reads and of sessions, as the app wrote them. */
export async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<Row>(text, values).finally(() => client.end())
  return rows
}

type Since = { created?: string; seen?: string; ended?: boolean }

/** A session's row that began and was seen so long ago; gives its id. */
export async function session({ created = '0', seen = '0', ended = false }: Since = {}): Promise<string> {
  const id = randomUUID()
  await query(
    `INSERT INTO sessions VALUES ($1, 'a@example.com', now() - $2::interval, now() - $3::interval, CASE WHEN $4 THEN now() END)`,
    [id, created, seen, ended],
  )
  return id
}

/** A cookie as the server seals it, for one who knows the key, or another key. */
export const seal = (change: Record<string, unknown>, secret = sessionSecret) =>
  encode({
    token: { email: 'a@example.com', name: 'A', role: 'admin', accounts: Object.values(accounts), ...change },
    secret,
  })
