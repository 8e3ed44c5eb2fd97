import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Reveal } from '@/lib/customers/model/reveal-schema'
import { appendAuditEvent } from '@/lib/server/audit/append'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'
import { reveals } from '@/lib/server/database/schema'
import { countAgainst } from '@/lib/server/http/limits'

/** All throw `ApiFailure`; `audit_unavailable` where the database cannot be asked. A reveal ends with its session. */

const openOnes = ({ viewer, account }: AccountAccess, customerId: string) =>
  and(
    eq(reveals.session_id, viewer.sessionId),
    eq(reveals.account, account.id),
    eq(reveals.customer_id, customerId),
    gt(reveals.until, sql`now()`),
  )

/** Which fields of a record are shown to this person now. */
export async function openReveals(access: AccountAccess, customerId: string): Promise<Reveal[]> {
  const { field, until } = reveals
  const rows = await fromDatabase(database().select({ field, until }).from(reveals).where(openOnes(access, customerId)))
  return rows.map((row) => ({ field: row.field, until: row.until.toISOString() }))
}

/**
 * Shows one field of one record to this person for five minutes, and records it with its reason first. Throws
 * `rate_limited` where they have revealed as many as they may in an hour.
 */
export async function reveal(
  access: AccountAccess,
  customerId: string,
  { field, reason }: { field: string; reason: string },
): Promise<Reveal> {
  requirePermission(access.viewer, 'contact:reveal')
  await countAgainst('revealsPerHour', access.viewer.email)
  await appendAuditEvent(access, {
    kind: 'reveal',
    customers: [customerId],
    filters: [{ name: 'field', value: field }],
    rows: 1,
    note: reason,
  })
  const row = { id: randomUUID(), session_id: access.viewer.sessionId, account: access.account.id }
  const [made] = await fromDatabase(
    database()
      .insert(reveals)
      .values({ ...row, customer_id: customerId, field, until: sql`now() + interval '5 minutes'` })
      .returning({ until: reveals.until }),
  )
  return { field, until: (made?.until ?? new Date()).toISOString() }
}

/** Hides a field again before its time. */
export async function endReveal(access: AccountAccess, customerId: string, field: string): Promise<void> {
  requirePermission(access.viewer, 'contact:reveal')
  await fromDatabase(
    database()
      .delete(reveals)
      .where(and(openOnes(access, customerId), eq(reveals.field, field))),
  )
}
