import 'server-only'
import { createHmac } from 'node:crypto'
import type { OwnSessions } from '@/lib/own-sessions'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { endAuditedSession, endAuditedSessionBy } from '@/lib/server/auth/audited-sessions'
import { findSessionsOf } from '@/lib/server/auth/sessions'
import { fromDatabase } from '@/lib/server/database/available'
import { env } from '@/lib/server/env'
import { ApiFailure } from '@/lib/server/http/api-failure'

/** What the browser knows a session by: the id itself, which the cookie holds, never leaves the server. */
const toHandle = (sessionId: string) =>
  createHmac('sha256', env().sessionSecret)
    .update(JSON.stringify(['session', sessionId]))
    .digest('base64url')

/** The sessions of the person who asks that have not ended. Throws `forbidden` or `audit_unavailable`. */
export async function readOwnSessions({ viewer }: AccountAccess): Promise<OwnSessions> {
  requirePermission(viewer, 'sessions:own')
  const found = await fromDatabase(findSessionsOf(viewer.email))
  const sessions = found.map(({ id, browser, system, created_at, seen_at }) => ({
    id: toHandle(id),
    browser,
    system,
    created_at: created_at.toISOString(),
    seen_at: seen_at.toISOString(),
    is_current: id === viewer.sessionId,
  }))
  return { sessions, max: env().sessionsPerPerson }
}

/**
 * Ends a session of the person who asks, at once and for every process; ending the one that asks is a sign-out. Throws
 * `not_found` for whatever is no session of theirs, and `audit_unavailable` where it goes on.
 */
export async function endOwnSession({ viewer }: AccountAccess, handle: string): Promise<void> {
  requirePermission(viewer, 'sessions:own')
  const found = (await fromDatabase(findSessionsOf(viewer.email))).find(({ id }) => toHandle(id) === handle)
  if (!found) throw new ApiFailure({ code: 'not_found', message: 'You have no such session.' })
  await (found.id === viewer.sessionId ? endAuditedSession(found.id) : endAuditedSessionBy('elsewhere', found.id))
}
