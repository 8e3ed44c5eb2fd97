import 'server-only'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Link, pruneFilters, readChainState } from '@/lib/server/audit/chain-state'
import type { CheckpointKeys } from '@/lib/server/audit/checkpoints/keys'
import type { AuditKeys } from '@/lib/server/audit/keys'
import { beginAppend } from '@/lib/server/audit/rows'
import { verifyRecord } from '@/lib/server/audit/verify-record'

/** Who prunes is whoever may run the command: no person of the app. */
const actor = { email: 'audit:prune', name: 'audit:prune', role: null }

/** The last row before a month, or null. Rejects for a text that is no month, and for a month that has not begun. */
async function findLastBefore(client: pg.ClientBase, before: string): Promise<Link | null> {
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(before) ? Date.parse(`${before}-01T00:00:00Z`) : Number.NaN
  if (Number.isNaN(month)) throw new Error(`${JSON.stringify(before)} must be a month, such as 2026-05`)
  const { rows: clock } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  if (!clock[0] || month > clock[0].now.getTime())
    throw new Error(`${before} has not begun: only whole months that are over can be removed`)
  const { rows } = await client.query<Link>(
    // Ids and times increase together, so the last row before a time has the highest id of them.
    'SELECT id::float8 AS id, hash FROM activity WHERE at < $1 ORDER BY at DESC, id DESC LIMIT 1',
    [new Date(month)],
  )
  return rows[0] ?? null
}

/**
 * Deletes the events before a month (UTC, such as `2026-05`) and returns how many there were. A row of the chain states it,
 * and the hash of the last deleted row becomes the start of the remaining chain. Nothing is deleted from a chain that does not
 * verify, since the new start would hide what is wrong before it.
 */
export async function pruneAuditEvents(
  client: pg.ClientBase,
  keys: AuditKeys,
  checkpointKeys: CheckpointKeys,
  before: string,
): Promise<number> {
  const last = await findLastBefore(client, before)
  if (last === null) return 0
  const { chain, problem } = await verifyRecord(client, keys, checkpointKeys)
  if (chain === null) throw new Error(`Nothing was removed, because the chain does not verify. ${problem}.`)
  const rows = last.id - chain.first.id
  const rest = { account: null, customers: [], note: null, requestId: randomUUID() }
  try {
    await beginAppend(client, keys, [{ actor, kind: 'prune', filters: pruneFilters(before, last), rows, ...rest }])
    await client.query('SET LOCAL statement_timeout = 0')
    const { first } = await readChainState(client)
    if (first.id !== chain.first.id) throw new Error('Nothing was removed: another prune was under way.')
    await client.query(
      `UPDATE activity_chain SET id = activity.id, at = activity.at, hash = activity.hash
       FROM activity WHERE "end" = 'first' AND activity.id = $1`,
      [last.id],
    )
    await client.query('DELETE FROM activity WHERE id <= $1', [last.id])
    await client.query('COMMIT')
    return rows
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}
