import 'server-only'
import { vi } from 'vitest'
import type { Role } from '@/lib/access'
import { beginSession } from '@/lib/server/auth/sessions'
import { configureWithDatabase, endConfiguredDatabase } from '@/lib/server/database/configure-for-tests'
import { openedDatabase } from '@/lib/server/database/open'

/** What tests of the guard share: an account with a low limit, people who are signed in, and their audit events. */

export const limit = 3
export const account = 'T12345678'

export async function startGuard(): Promise<void> {
  await configureWithDatabase()
  vi.stubEnv('LIMIT_PERSON_PER_MINUTE', String(limit))
  vi.stubEnv('UNUSUAL_REFUSALS_PER_HOUR', String(limit - 1))
}

export const stopGuard = endConfiguredDatabase

let people = 0
/** Begins a session of a person whom no other test uses. */
export async function signInSomeone(role: Role | null, accounts = [account]) {
  people += 1
  const email = `person-${people}@example.com`
  const { id: sid } = await beginSession({ email, name: 'A', role, accounts })
  return { email, session: { sid } }
}

export async function auditedEventsOf(email: string) {
  const { rows } = await openedDatabase().pool.query(
    'SELECT kind, customers, note FROM activity WHERE actor_email = $1 ORDER BY id',
    [email],
  )
  return rows
}
