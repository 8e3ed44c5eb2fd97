import 'server-only'
import { createHmac } from 'node:crypto'
import { fromDatabase } from '@/lib/server/database/available'
import { openedDatabase } from '@/lib/server/database/open'
import { env } from '@/lib/server/env'

/**
 * From which IP address a name has signed in within 30 days, as a keyed hash. It is kept beside the counts of limits, which
 * a crash of the database may lose: it is then known again at the next sign-in.
 */

const rememberMs = 30 * 24 * 60 * 60 * 1_000

/** Without a name: somebody has come back from a provider, which knows the name. */
function keyOf(ip: string, name: string | null): string {
  const hash = createHmac('sha256', env().sessionSecret).update(JSON.stringify([ip, name]))
  return `signedIn:${hash.digest('base64url')}`
}

/** Remembers that a name has signed in from an IP address. */
export async function rememberSignIn(ip: string, name: string | null): Promise<void> {
  const remember = `INSERT INTO limits VALUES ($1, 1, $2) ON CONFLICT (key) DO UPDATE SET expire = $2`
  await fromDatabase(openedDatabase().pool.query(remember, [keyOf(ip, name), Date.now() + rememberMs]))
}

/** Whether a name has signed in from an IP address. */
export async function hasSignedIn(ip: string, name: string | null): Promise<boolean> {
  const find = 'SELECT 1 FROM limits WHERE key = $1 AND expire > $2'
  return (await fromDatabase(openedDatabase().pool.query(find, [keyOf(ip, name), Date.now()]))).rowCount === 1
}
