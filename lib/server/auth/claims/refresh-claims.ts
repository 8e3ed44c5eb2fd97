import 'server-only'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { endAuditedSessionBy } from '@/lib/server/auth/audited-sessions'
import { fetchClaims } from '@/lib/server/auth/claims/fetch-claims'
import { openRefreshToken, sealRefreshToken } from '@/lib/server/auth/claims/refresh-token'
import { areClaimsOutdated, type Person } from '@/lib/server/auth/sessions'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'
import { sessions } from '@/lib/server/database/schema'
import { env } from '@/lib/server/env'
import type { Oidc } from '@/lib/server/env-upstream'
import { log } from '@/lib/server/log'
import { withTimeout } from '@/lib/server/upstream/with-timeout'

/** How long a request waits for the provider. The call goes on behind it, so that a token that comes late is kept. */
const waitMs = 3_000

/**
 * Takes the refresh token of a session whose claims are outdated. Of requests at the same time, one gets it. Until the claims
 * are stored, whatever fails, the next minute tries again.
 */
async function takeRefreshToken(sessionId: string): Promise<string | null> {
  const [taken] = await database()
    .update(sessions)
    .set({ claims_read_at: sql`now() - interval '14 minutes'` })
    .where(and(eq(sessions.id, sessionId), isNotNull(sessions.refresh_token), areClaimsOutdated))
    .returning({ sealed: sessions.refresh_token })
  return taken?.sealed ?? null
}

/** Stores the token of the next time alone: the one before is worth nothing once it was replaced. */
async function storeRefreshToken(sessionId: string, refreshToken: string): Promise<void> {
  const sealed = await sealRefreshToken(refreshToken)
  await database().update(sessions).set({ refresh_token: sealed }).where(eq(sessions.id, sessionId))
}

/** Stores the role and the accounts that a person has now, for all their sessions, and the token of the next time. */
async function storeClaims(sessionId: string, { email, role, accounts }: Person, refreshToken: string): Promise<void> {
  const sealed = await sealRefreshToken(refreshToken)
  await database().transaction(async (tx) => {
    await tx
      .update(sessions)
      .set({ refresh_token: sealed, claims_read_at: sql`now()` })
      .where(eq(sessions.id, sessionId))
    await tx
      .update(sessions)
      .set({ role, accounts })
      .where(and(eq(sessions.email, email), isNull(sessions.ended_at)))
  })
}

/** What `refreshClaims` gives, without its limit of time. */
async function readClaims(oidc: Oidc, sessionId: string, person: Person, sealed: string): Promise<Person | null> {
  const token = await openRefreshToken(sealed)
  const answer = token === null ? { kind: 'refused' as const } : await fetchClaims(oidc, token)
  if (answer.kind === 'unavailable') {
    log('warn', 'claims not read', { request_id: '', ...answer.reason })
    if (answer.refreshToken !== null) await fromDatabase(storeRefreshToken(sessionId, answer.refreshToken))
    return person
  }
  if (answer.kind === 'refused' || answer.person.email !== person.email) {
    await endAuditedSessionBy('provider', sessionId)
    return null
  }
  await fromDatabase(storeClaims(sessionId, answer.person, answer.refreshToken))
  const { role, accounts } = answer.person
  return { ...person, role, accounts }
}

/**
 * The person of a session whose claims are outdated, with the role and the accounts that the provider gives them now; null
 * where it no longer knows the sign-in, or knows somebody else by it: the session has then ended, which is audited. Where the
 * provider cannot be reached or takes longer than three seconds, this request goes on with what the row says, and the next
 * minute tries again. Throws `audit_unavailable`.
 */
export async function refreshClaims(sessionId: string, person: Person): Promise<Person | null> {
  const { upstream } = env()
  const sealed = await fromDatabase(takeRefreshToken(sessionId))
  if (sealed === null || upstream.demoSignIn) return person
  const read = await withTimeout(readClaims(upstream.oidc, sessionId, person, sealed), waitMs)
  if (read !== undefined) return read
  log('warn', 'claims not read', { request_id: '', error_code: 'TIMEOUT' })
  return person
}
