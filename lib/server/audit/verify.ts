import 'server-only'
import type pg from 'pg'
import { type ChainedRow, chainHash, isFilterList } from '@/lib/server/audit/chain'
import {
  type ChainState,
  findWrongBeginning,
  type Prune,
  readChainState,
  toPrune,
} from '@/lib/server/audit/chain-state'
import { type Checkpoint, findContradiction } from '@/lib/server/audit/checkpoints/checkpoint'
import type { AuditKeys } from '@/lib/server/audit/keys'

/** A row that is not as it must be, and why. */
export type Broken = { id: number; reason: string }

/** How many rows are valid, and the first invalid one with the reason, or the state of the chain. */
export type Verification =
  | { rows: number; broken: Broken; chain: null }
  | { rows: number; broken: null; chain: ChainState }

const batch = 2_000

// Without Drizzle, which would create every one of a million row objects a second time.
const select = `SELECT id::float8 AS id, (extract(epoch FROM at) * 1000)::float8 AS at, actor_email, actor_name, actor_role,
  kind, account, to_json(customers)::text AS customers, filters, rows, note, request_id, key_id, hash
  FROM activity WHERE id > $1 ORDER BY id`

/**
 * Verifies the whole chain in one snapshot, so that it can run while the app appends, and that it holds what `checkpoints`
 * signed. A cursor keeps memory constant for any number of rows. Rejects when the database cannot be read.
 */
export async function verifyChain(
  client: pg.ClientBase,
  keys: AuditKeys,
  checkpoints: readonly Checkpoint[] = [],
): Promise<Verification> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const fetchLinks = () => client.query<ChainedRow & { hash: string }>(`FETCH ${batch} FROM links`)
  let fetched: ReturnType<typeof fetchLinks> | undefined
  try {
    const { first, last } = await readChainState(client)
    let { id, hash } = first
    const broken = (at: number, reason: string) => ({ rows: id - first.id, broken: { id: at, reason }, chain: null })
    const prunes: Prune[] = []
    const signedHashes = new Map<number, string | undefined>(checkpoints.map((one) => [one.last.id, undefined]))
    // Forces the index: on a large table without statistics the planner prefers to sort all rows.
    await client.query('SET LOCAL enable_sort = off')
    await client.query(`DECLARE links NO SCROLL CURSOR FOR ${select}`, [id])
    fetched = fetchLinks()
    for (;;) {
      const { rows } = await fetched
      // PostgreSQL prepares the next batch while this one is hashed.
      fetched = fetchLinks()
      for (const row of rows) {
        if (row.id !== id + 1) return broken(id + 1, 'is missing')
        if (row.id > last.id) return broken(row.id, 'was added behind the end of the chain')
        const expectedHash = isFilterList(row.filters) ? chainHash(keys, hash, row) : ''
        if (expectedHash === null)
          return broken(row.id, `needs the key ${JSON.stringify(row.key_id)}, which AUDIT_KEYS lacks`)
        if (expectedHash !== row.hash)
          return broken(row.id, 'is not as it was written, or does not follow the row before it')
        ;({ id, hash } = row)
        if (row.kind === 'prune') prunes.push(toPrune(row))
        if (signedHashes.has(id)) signedHashes.set(id, hash)
      }
      if (rows.length < batch) break
    }
    if (id !== last.id) return broken(id + 1, 'is missing')
    if (hash !== last.hash) return broken(id, 'is not the end that was written')
    const chain = { first, last, prunes }
    const wrong = [
      findWrongBeginning(chain),
      ...checkpoints.map((one) => findContradiction(one, chain, (at) => signedHashes.get(at))),
    ].find((one) => one !== null)
    return wrong ? broken(wrong.id, wrong.reason) : { rows: id - first.id, broken: null, chain }
  } finally {
    await Promise.allSettled([fetched])
    await client.query('ROLLBACK')
  }
}
