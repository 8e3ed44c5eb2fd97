import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { accounts } from '../lib/sandbox/seed/seed'
import { appUrl, databaseUrl, sessionSecret } from './servers'

/** Reads and writes rows of the audit log and of sessions, in the form that the app uses. */
export async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<Row>(text, values).finally(() => client.end())
  return rows
}

type Since = { created?: string; seen?: string; ended?: boolean }
type Person = {
  email?: string
  name?: string
  role?: string | null
  accounts?: string[]
  /** Whether they have never searched: the search box then says what can be typed. */
  isNew?: boolean
}

/** Lets a person have searched before, as the people of nearly all tests have. */
export const letHaveSearched = (email: string) =>
  query(`INSERT INTO preferences VALUES ($1, '{"searchHint": "off"}', now()) ON CONFLICT DO NOTHING`, [email])

/** The statement that inserts a session, and its values. It began and was last seen at the given times in the past. */
export function insertSession(
  id: string,
  { created = '0', seen = '0', ended = false, ...person }: Since & Person = {},
) {
  const { email = 'a@example.com', name = 'A', role = 'admin', accounts: own = Object.values(accounts) } = person
  const columns = 'id, created_at, seen_at, ended_at, email, name, role, accounts'
  const times = 'now() - $2::interval, now() - $3::interval, CASE WHEN $4 THEN now() END'
  const text = `INSERT INTO sessions (${columns}) VALUES ($1, ${times}, $5, $6, $7, $8)`
  return { text, values: [id, created, seen, ended, email, name, role, own] }
}

/** Inserts a session of a person; returns its id. */
export async function session(of: Since & Person = {}): Promise<string> {
  const id = randomUUID()
  const { email = 'a@example.com', isNew = false } = of
  if (!isNew) await letHaveSearched(email)
  const { text, values } = insertSession(id, of)
  await query(text, values)
  return id
}

/** Returns a session cookie sealed as the server seals it, with the real key or with another one. */
export const seal = (token: { sid?: string }, secret = sessionSecret) => encode({ token, secret })

/** Signs a browser in to a new session of a person, without a request to the app. */
export async function signInSession(context: BrowserContext, of: Since & Person = {}): Promise<void> {
  const value = await seal({ sid: await session(of) })
  await context.addCookies([{ name: 'desk.session-token', value, url: appUrl }])
}
