import 'server-only'
import { openedDatabase } from '@/lib/server/database/open'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { describeThrown } from '@/lib/server/thrown'

/** Account by account, as the index has them: the table itself is not read. */
const deleteOld = `WITH RECURSIVE a AS (
    SELECT min(account) AS account FROM customer_changes
    UNION ALL SELECT (SELECT min(c.account) FROM customer_changes c WHERE c.account > a.account) FROM a WHERE a.account IS NOT NULL
  )
  DELETE FROM customer_changes c USING a WHERE c.account = a.account AND c.received_at < now() - $1 * interval '1 day'`

const pollMs = 3_600_000

/** Deletes what was reported longer ago than it is kept, and what was known of customers of whom nothing came since. */
export async function deleteOldChanges(): Promise<void> {
  const { keepDays } = env().webhooks
  const { pool } = openedDatabase()
  await pool.query(deleteOld, [keepDays])
  await pool.query(`DELETE FROM customer_states WHERE seen_at < now() - $1 * interval '1 day'`, [keepDays])
}

/** Does so every hour, as long as this process runs: also where webhooks were switched off since. */
export function deleteOldChangesRegularly(): void {
  setInterval(
    () => void deleteOldChanges().catch((error) => log('warn', 'old changes not deleted', describeThrown(error))),
    pollMs,
  ).unref()
}
