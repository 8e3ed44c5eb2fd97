import 'server-only'
import type pg from 'pg'
import { type ChainedRow, chainHash } from '@/lib/server/audit/chain'
import type { AuditKeys } from '@/lib/server/audit/keys'

/** How many rows are valid, and the first invalid one with the reason. */
export type Verification = { rows: number; broken: { id: number; reason: string } | null }

const batch = 2_000

// Without Drizzle, which would create every one of a million row objects a second time.
const select = `SELECT id::float8 AS id, (extract(epoch FROM at) * 1000)::float8 AS at, actor_email, actor_name, actor_role,
  kind, account, to_json(customers)::text AS customers, filters, rows, note, request_id, key_id, hash
  FROM activity WHERE id > $1 ORDER BY id`

type Link = { id: number; hash: string }

async function readEnds(client: pg.ClientBase): Promise<Record<'first' | 'last', Link>> {
  const { rows } = await client.query<Link & { end: 'first' | 'last' }>(
    `SELECT "end", id::float8 AS id, hash FROM activity_chain`,
  )
  const [first, last] = [rows.find(({ end }) => end === 'first'), rows.find(({ end }) => end === 'last')]
  if (!first || !last) throw new Error('The ends of the chain are missing: the table activity_chain was changed.')
  return { first, last }
}

/**
 * Verifies the whole chain in one snapshot, so that it can run while the app appends. A cursor keeps memory constant for any
 * number of rows. Rejects when the database cannot be read.
 */
export async function verifyChain(client: pg.ClientBase, keys: AuditKeys): Promise<Verification> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const fetchLinks = () => client.query<ChainedRow & { hash: string }>(`FETCH ${batch} FROM links`)
  let fetched: ReturnType<typeof fetchLinks> | undefined
  try {
    const { first, last } = await readEnds(client)
    let { id, hash } = first
    const broken = (at: number, reason: string) => ({ rows: id - first.id, broken: { id: at, reason } })
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
        const expectedHash = chainHash(keys, hash, row)
        if (expectedHash === null)
          return broken(row.id, `needs the key ${JSON.stringify(row.key_id)}, which AUDIT_KEYS lacks`)
        if (expectedHash !== row.hash)
          return broken(row.id, 'is not as it was written, or does not follow the row before it')
        ;({ id, hash } = row)
      }
      if (rows.length < batch) break
    }
    if (id !== last.id) return broken(id + 1, 'is missing')
    if (hash !== last.hash) return broken(id, 'is not the end that was written')
    return { rows: id - first.id, broken: null }
  } finally {
    await Promise.allSettled([fetched])
    await client.query('ROLLBACK')
  }
}
