import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { beginAuditedSession, endAuditedSession } from '@/lib/server/auth/audited-sessions'
import { readSession } from '@/lib/server/auth/sessions'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured as query,
} from '@/lib/server/database/configure-for-tests'

/** How many sessions a person may have: the oldest ends when one more begins. */

const max = 5

beforeAll(async () => {
  await configureWithDatabase()
  vi.stubEnv('LIMIT_SESSIONS_PER_PERSON', String(max))
})
afterAll(endConfiguredDatabase)

let people = 0
let email = ''
beforeEach(() => {
  email = `person-${++people}@example.com`
})

const begin = (of = email) =>
  beginAuditedSession({ email: of, name: 'A', role: 'agent', accounts: [] }, { browser: 'Firefox', system: 'Windows' })
async function beginMany(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let one = 0; one < count; one += 1) ids.push(await begin())
  return ids
}
/** Sets when a session was seen last, in minutes before now. */
const seen = (id: string | undefined, minutes: number) =>
  query('UPDATE sessions SET seen_at = now() - make_interval(mins => $2) WHERE id = $1', [id, minutes])
const alive = async () =>
  (await query('SELECT id FROM sessions WHERE email = $1 AND ended_at IS NULL', [email])).map(({ id }) => id)
const events = () => query('SELECT kind, filters, rows FROM activity WHERE actor_email = $1 ORDER BY id', [email])
const ended = { kind: 'session_end', filters: [{ name: 'fact:ended', value: 'limit' }], rows: 1 }

it('keeps which browser and which system the sign-in came from', async () => {
  const id = await begin()
  expect(await query('SELECT browser, system FROM sessions WHERE id = $1', [id])).toEqual([
    { browser: 'Firefox', system: 'Windows' },
  ])
})

it('ends the session that was unused longest when one more than the limit begins, and audits it', async () => {
  const ids = await beginMany(max)
  await seen(ids[3], 50)
  await seen(ids[0], 40)
  expect(await alive()).toHaveLength(max)
  const last = await begin()
  expect(new Set(await alive())).toEqual(new Set([...ids.filter((id) => id !== ids[3]), last]))
  expect(await readSession(ids[3] ?? '')).toBeNull()
  expect((await events()).slice(max)).toEqual([{ kind: 'sign_in', filters: [], rows: null }, ended])
})

it('counts neither sessions that have ended nor those of others', async () => {
  const ids = await beginMany(max)
  await endAuditedSession(ids[0] ?? '')
  await seen(ids[1], 61)
  await begin(`other-${email}`)
  await beginMany(2)
  expect((await events()).filter(({ kind }) => kind === 'session_end')).toEqual([])
})

it('lets no more sessions through at once than one after the other', async () => {
  const times = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 2 * max }, work))
  // The connections are open already, and a row takes a while to be inserted: all look for room at the same time.
  await times(() => query('SELECT pg_sleep(0.1)'))
  await query(`CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_sleep(0.03); RETURN NEW; END $$;
    CREATE TRIGGER linger BEFORE INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION linger()`)
  await times(() => begin())
  await query('DROP FUNCTION linger CASCADE')
  expect(await alive()).toHaveLength(max)
  expect((await events()).filter(({ kind }) => kind === 'session_end')).toEqual(Array(max).fill(ended))
})

it.each(['sign_in', 'session_end'])('ends and begins nothing where %s cannot be audited', async (kind) => {
  const ids = await beginMany(max)
  const before = await events()
  await query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON activity FOR EACH ROW WHEN (NEW.kind = '${kind}') EXECUTE FUNCTION refuse()`)
  const refused = begin()
  await expect(refused).rejects.toMatchObject({ error: { code: 'audit_unavailable' } })
  await query('DROP FUNCTION refuse CASCADE')
  expect(new Set(await alive())).toEqual(new Set(ids))
  expect(await events()).toEqual(before)
})
