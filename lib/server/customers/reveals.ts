import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Reveal } from '@/lib/customers/model/reveal-schema'
import { storable } from '@/lib/server/audit/rows'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'
import { reveals } from '@/lib/server/database/schema'

/**
 * Revealed fields. A reveal ends with its session. All functions throw `ApiFailure`: `audit_unavailable` when the
 * database is unavailable.
 */

const isOpen = ({ viewer, account }: AccountAccess, customerId: string) =>
  and(
    eq(reveals.session_id, viewer.sessionId),
    eq(reveals.account, account.id),
    eq(reveals.customer_id, customerId),
    gt(reveals.until, sql`now()`),
  )

/** The fields of a record that are currently revealed to this person. */
export async function openReveals(access: AccountAccess, customerId: string): Promise<Reveal[]> {
  // An id that PostgreSQL cannot store has no row: with another text in its place, it could be the id of somebody else.
  if (storable(customerId) !== customerId) return []
  const { field, until } = reveals
  const rows = await fromDatabase(database().select({ field, until }).from(reveals).where(isOpen(access, customerId)))
  return rows.map((row) => ({ field: row.field, until: row.until.toISOString() }))
}

/**
 * Reveals one field of one record to this person for five minutes. The caller has audited it. Throws `ApiFailure`.
 */
export async function insertReveal(access: AccountAccess, customerId: string, field: string): Promise<Reveal> {
  requirePermission(access.viewer, 'contact:reveal')
  const row = { id: randomUUID(), session_id: access.viewer.sessionId, account: access.account.id }
  const [inserted] = await fromDatabase(
    database()
      .insert(reveals)
      .values({ ...row, customer_id: customerId, field, until: sql`now() + interval '5 minutes'` })
      .returning({ until: reveals.until }),
  )
  return { field, until: (inserted?.until ?? new Date()).toISOString() }
}

/** Ends a reveal before it expires. */
export async function endReveal(access: AccountAccess, customerId: string, field: string): Promise<void> {
  requirePermission(access.viewer, 'contact:reveal')
  await fromDatabase(
    database()
      .delete(reveals)
      .where(and(isOpen(access, customerId), eq(reveals.field, field))),
  )
}
