import 'server-only'
import { eq, type SQL, sql } from 'drizzle-orm'
import { parseChosenPreferences } from '@/lib/preference-change'
import type { ChosenPreferences } from '@/lib/preferences'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'
import { preferences } from '@/lib/server/database/schema'
import { ApiFailure } from '@/lib/server/http/api-failure'

/** What a person has chosen; the same on every machine. Throws `audit_unavailable`. */
export async function readChosenPreferences(email: string): Promise<ChosenPreferences> {
  const rows = database().select({ chosen: preferences.chosen }).from(preferences).where(eq(preferences.email, email))
  const [row] = await fromDatabase(rows)
  return parseChosenPreferences(row?.chosen)
}

/** The value of a JSON expression where it is an object, else an empty one. */
const objectOf = (value: SQL) => sql`CASE jsonb_typeof(${value}) WHEN 'object' THEN ${value} ELSE '{}' END`

/**
 * Keeps a change of the person who asks. What it does not name stays, also where two tabs change something at the same time,
 * and so do the columns of other accounts. Throws `forbidden`, `audit_unavailable`, or `invalid_query` for the columns of an
 * account other than that of the request.
 */
export async function changeOwnPreferences(
  { viewer, account }: AccountAccess,
  change: ChosenPreferences,
): Promise<void> {
  requirePermission(viewer, 'preferences:own')
  if (Object.keys(change.columns ?? {}).some((accountId) => accountId !== account.id))
    throw new ApiFailure({
      code: 'invalid_query',
      message: 'The columns must be those of the account in the URL.',
      field: 'columns',
    })
  const kept = objectOf(sql`${preferences.chosen}`)
  const columns = sql`jsonb_build_object('columns', ${objectOf(sql`${kept}->'columns'`)} || (excluded.chosen->'columns'))`
  const chosen = sql`${kept} || excluded.chosen || CASE WHEN excluded.chosen ? 'columns' THEN ${columns} ELSE '{}' END`
  await fromDatabase(
    database()
      .insert(preferences)
      .values({ email: viewer.email, chosen: change, changed_at: sql`now()` })
      .onConflictDoUpdate({ target: preferences.email, set: { chosen, changed_at: sql`now()` } }),
  )
}
