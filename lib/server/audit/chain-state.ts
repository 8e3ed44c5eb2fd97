import 'server-only'
import type pg from 'pg'
import type { AuditFilter } from '@/lib/audit/audit-event'

export type Link = { id: number; hash: string }
/** A row of the chain that states what was removed before it: everything up to `last`. */
export type Prune = { row: number; at: string; before: string; last: Link; rows: number }

/** The ends of the chain and the prunes that it states. `first` is behind what was pruned. */
export type ChainState = { first: Link; last: Link; prunes: Prune[] }

type PruneRow = { id: number; at: number; filters: AuditFilter[]; rows: number | null }

/** What a prune row states, as filters of its event. */
export const pruneFilters = (before: string, last: Link): AuditFilter[] => [
  { name: 'before', value: before },
  { name: 'removed_to', value: String(last.id) },
  { name: 'removed_hash', value: last.hash },
]

/** The prune that a row of the chain states. */
export function toPrune({ id, at, filters, rows }: PruneRow): Prune {
  const textOf = (wanted: string) => filters.find(({ name }) => name === wanted)?.value ?? ''
  const last = { id: Number(textOf('removed_to')), hash: textOf('removed_hash') }
  return { row: id, at: new Date(at).toISOString(), before: textOf('before'), last, rows: rows ?? 0 }
}

// One statement, so that ends and prunes are of one moment without a snapshot of the transaction.
const select = `SELECT
  (SELECT json_object_agg("end", json_build_object('id', id, 'hash', hash)) FROM activity_chain) AS ends,
  (SELECT coalesce(json_agg(json_build_object('id', id, 'at', extract(epoch FROM at) * 1000, 'filters', filters,
    'rows', rows) ORDER BY id), '[]') FROM activity WHERE account IS NULL AND kind = 'prune') AS prunes`

/** Reads the ends of the chain and its prunes, without verifying them. Rejects when the ends are missing. */
export async function readChainState(client: pg.ClientBase): Promise<ChainState> {
  const { rows } = await client.query<{ ends: Partial<Record<'first' | 'last', Link>> | null; prunes: PruneRow[] }>(
    select,
  )
  const [found] = rows
  const { first, last } = found?.ends ?? {}
  if (!found || !first || !last)
    throw new Error('The ends of the chain are missing: the table activity_chain was changed.')
  return { first, last, prunes: found.prunes.map(toPrune) }
}

/** Why the chain begins where it must not; null when its newest prune states this beginning, or nothing was pruned. */
export function findWrongBeginning({ first, prunes }: ChainState): { id: number; reason: string } | null {
  const { id, hash } = prunes.at(-1)?.last ?? { id: 0, hash: '' }
  return first.id === id && first.hash === hash
    ? null
    : { id: id + 1, reason: `should be the first row: no prune of the chain removed the rows up to ${first.id}` }
}
