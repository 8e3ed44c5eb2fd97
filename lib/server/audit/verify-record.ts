import 'server-only'
import type pg from 'pg'
import type { ChainState } from '@/lib/server/audit/chain-state'
import { type Checkpoint, openCheckpoint } from '@/lib/server/audit/checkpoints/checkpoint'
import type { CheckpointKeys } from '@/lib/server/audit/checkpoints/keys'
import { readCheckpoints } from '@/lib/server/audit/checkpoints/table'
import type { AuditKeys } from '@/lib/server/audit/keys'
import { verifyChain } from '@/lib/server/audit/verify'

/** The verified state of the chain, or a sentence that says what is wrong. */
type RecordVerification = { rows: number; chain: ChainState; problem: null } | { chain: null; problem: string }

const triggers = [
  'activity_chain_rows_stay',
  'activity_chain_stays',
  'activity_checkpoints_rows_stay',
  'activity_checkpoints_stays',
  'activity_rows_stay',
  'activity_stays',
]

/** The triggers that do not fire whatever a session sets: each must be there and enabled as ALWAYS. */
async function findDisarmedTriggers(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tgname AS name FROM pg_trigger WHERE tgname = ANY($1) AND tgenabled = 'A'
     AND tgrelid IN ('activity'::regclass, 'activity_chain'::regclass, 'activity_checkpoints'::regclass)`,
    [triggers],
  )
  const armed = new Set(rows.map(({ name }) => name))
  return triggers.filter((name) => !armed.has(name))
}

/** Opens every checkpoint of the table and of `given`, or says which of them is not ours or gone. */
async function openCheckpoints(client: pg.ClientBase, keys: CheckpointKeys, given: readonly string[]) {
  const opened: Checkpoint[] = []
  for (const [at, { number, jws }] of (await readCheckpoints(client)).entries()) {
    if (number !== at + 1) return `Checkpoint ${at + 1} is missing in the table activity_checkpoints`
    const checkpoint = await openCheckpoint(keys, jws)
    if (checkpoint?.number !== number)
      return `Checkpoint ${number} of the table activity_checkpoints is not signed by a key of AUDIT_CHECKPOINT_KEYS`
    opened.push(checkpoint)
  }
  for (const jws of given) {
    const checkpoint = await openCheckpoint(keys, jws)
    if (!checkpoint) return 'A checkpoint of the file is not signed by a key of AUDIT_CHECKPOINT_KEYS'
    opened.push(checkpoint)
  }
  return opened
}

/**
 * Verifies the audit log: its rows, its beginning, its triggers, and that it holds what every stored checkpoint and each of
 * `given` signed. Rejects when the database cannot be read.
 */
export async function verifyRecord(
  client: pg.ClientBase,
  keys: AuditKeys,
  checkpointKeys: CheckpointKeys,
  given: readonly string[] = [],
): Promise<RecordVerification> {
  const disarmed = await findDisarmedTriggers(client)
  if (disarmed.length > 0) return { chain: null, problem: `The trigger ${disarmed[0]} is disabled or missing` }
  const checkpoints = await openCheckpoints(client, checkpointKeys, given)
  if (typeof checkpoints === 'string') return { chain: null, problem: checkpoints }
  const { rows, broken, chain } = await verifyChain(client, keys, checkpoints)
  return broken
    ? { chain: null, problem: `Row ${broken.id} ${broken.reason}; the ${rows} before it hold` }
    : { rows, chain, problem: null }
}
