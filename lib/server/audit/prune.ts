import 'server-only'
import type pg from 'pg'

/**
 * Deletes the events before a month (UTC, such as `2026-05`) and returns how many there were. The hash of the last deleted
 * row becomes the start of the remaining chain. Rejects for a month that has not begun.
 */
export async function pruneAuditEvents(client: pg.ClientBase, before: string, now = Date.now()): Promise<number> {
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(before) ? Date.parse(`${before}-01T00:00:00Z`) : Number.NaN
  if (Number.isNaN(month)) throw new Error(`${JSON.stringify(before)} must be a month, such as 2026-05`)
  if (month > now) throw new Error(`${before} has not begun: only whole months that are over can be removed`)
  await client.query('BEGIN')
  try {
    await client.query(`SELECT 1 FROM activity_chain ORDER BY "end" FOR UPDATE`)
    const { rows } = await client.query<{ id: string }>(
      // Ids and times increase together, so the last row before a time has the highest id of them.
      'SELECT id, at, hash FROM activity WHERE at < $1 ORDER BY at DESC, id DESC LIMIT 1',
      [new Date(month)],
    )
    const [last] = rows
    if (last === undefined) {
      await client.query('ROLLBACK')
      return 0
    }
    await client.query(`SET LOCAL customer_desk.pruning = 'on'`)
    await client.query('SET LOCAL statement_timeout = 0')
    await client.query(
      `UPDATE activity_chain SET id = activity.id, at = activity.at, hash = activity.hash
       FROM activity WHERE "end" = 'first' AND activity.id = $1`,
      [last.id],
    )
    const { rowCount } = await client.query('DELETE FROM activity WHERE id <= $1', [last.id])
    await client.query('COMMIT')
    return rowCount ?? 0
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
