import 'server-only'
import type pg from 'pg'
import { type ChainState, findWrongBeginning, readChainState } from '@/lib/server/audit/chain-state'
import {
  type Checkpoint,
  findContradiction,
  openCheckpoint,
  signCheckpoint,
} from '@/lib/server/audit/checkpoints/checkpoint'
import type { CheckpointKeys } from '@/lib/server/audit/checkpoints/keys'

/** All stored checkpoints with their numbers, oldest first. */
export async function readCheckpoints(client: pg.ClientBase): Promise<{ number: number; jws: string }[]> {
  const { rows } = await client.query<{ number: number; jws: string }>(
    'SELECT number, jws FROM activity_checkpoints ORDER BY number',
  )
  return rows
}

const lock = `hashtext('customer desk checkpoints')`

type Signed = { checkpoint: Checkpoint; jws: string }

/** Signs the state of the chain as the next checkpoint and stores it, in a transaction that holds the lock. */
async function sign(
  client: pg.ClientBase,
  keys: CheckpointKeys,
  chain: ChainState,
  verified: boolean,
): Promise<Signed> {
  const { rows } = await client.query<{ number: number; at: Date }>(
    'SELECT coalesce(max(number), 0) + 1 AS number, clock_timestamp() AS at FROM activity_checkpoints',
  )
  const [next] = rows
  if (!next) throw new Error('A checkpoint has no number')
  const { first, last, prunes } = chain
  const at = next.at.toISOString()
  const checkpoint = { number: next.number, at, first, last, rows: last.id - first.id, prunes, verified }
  const jws = await signCheckpoint(keys, checkpoint)
  await client.query('INSERT INTO activity_checkpoints VALUES ($1, $2, $3)', [next.number, next.at, jws])
  return { checkpoint, jws }
}

async function inTransaction<T>(client: pg.ClientBase, run: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await run()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/** Stores a checkpoint of a chain that was verified. */
export function storeVerified(client: pg.ClientBase, keys: CheckpointKeys, chain: ChainState): Promise<Signed> {
  return inTransaction(client, async () => {
    await client.query(`SELECT pg_advisory_xact_lock(${lock})`)
    return sign(client, keys, chain, true)
  })
}

/** Why the chain does not hold the newest checkpoint. It is not verified: its ends and one row are compared. */
async function findNewestContradiction(client: pg.ClientBase, keys: CheckpointKeys, chain: ChainState, jws: string) {
  const checkpoint = await openCheckpoint(keys, jws)
  if (!checkpoint) return { id: chain.last.id, reason: 'follows a checkpoint that no key of ours signed' }
  const { rows } = await client.query<{ hash: string }>('SELECT hash FROM activity WHERE id = $1', [checkpoint.last.id])
  return findContradiction(checkpoint, chain, () => rows[0]?.hash)
}

/** A new checkpoint, why none can be signed, or null where none is due or another process is at it. */
export type Due = Signed | { contradiction: { id: number; reason: string } } | null

/**
 * Stores a checkpoint when the newest one is an hour old by the database's clock. Of many processes one does it. A chain that
 * does not hold the newest checkpoint is not signed.
 */
export function storeWhenDue(client: pg.ClientBase, keys: CheckpointKeys): Promise<Due> {
  return inTransaction(client, async () => {
    const { rows } = await client.query<{ free: boolean }>(`SELECT pg_try_advisory_xact_lock(${lock}) AS free`)
    if (!rows[0]?.free) return null
    const { rows: newest } = await client.query<{ jws: string; fresh: boolean }>(
      `SELECT jws, at > clock_timestamp() - interval '1 hour' AS fresh FROM activity_checkpoints
       ORDER BY number DESC LIMIT 1`,
    )
    if (newest[0]?.fresh) return null
    const chain = await readChainState(client)
    const contradiction =
      findWrongBeginning(chain) ?? (newest[0] && (await findNewestContradiction(client, keys, chain, newest[0].jws)))
    return contradiction ? { contradiction } : sign(client, keys, chain, false)
  })
}
