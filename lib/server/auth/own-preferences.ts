import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { parseChosenPreferences } from '@/lib/preference-change'
import type { ChosenPreferences } from '@/lib/preferences'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'
import { preferences } from '@/lib/server/database/schema'

/** What a person has chosen; the same on every machine. Throws `audit_unavailable`. */
export async function readChosenPreferences(email: string): Promise<ChosenPreferences> {
  const rows = database().select({ chosen: preferences.chosen }).from(preferences).where(eq(preferences.email, email))
  const [row] = await fromDatabase(rows)
  return parseChosenPreferences(row?.chosen)
}

/**
 * Keeps a change of the person who asks. What it does not name stays, also where two tabs change something at the same time.
 * Throws `forbidden` or `audit_unavailable`.
 */
export async function changeOwnPreferences({ viewer }: AccountAccess, change: ChosenPreferences): Promise<void> {
  requirePermission(viewer, 'preferences:own')
  const chosen = sql`CASE jsonb_typeof(${preferences.chosen}) WHEN 'object' THEN ${preferences.chosen} ELSE '{}' END || excluded.chosen`
  await fromDatabase(
    database()
      .insert(preferences)
      .values({ email: viewer.email, chosen: change, changed_at: sql`now()` })
      .onConflictDoUpdate({ target: preferences.email, set: { chosen, changed_at: sql`now()` } }),
  )
}
