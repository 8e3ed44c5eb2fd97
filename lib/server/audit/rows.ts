import 'server-only'
import type pg from 'pg'
import type { AuditFilter } from '@/lib/audit/audit-event'
import type { AuditEventKind } from '@/lib/audit/event-kinds'
import { type ChainedRow, chainHash } from '@/lib/server/audit/chain'
import type { AuditKeys } from '@/lib/server/audit/keys'

/** An event to be appended. Its id, its time and its hash come from the chain. */
export type NewAuditEvent = {
  actor: { email: string; name: string; role: string | null }
  kind: AuditEventKind
  account: string | null
  customers: string[]
  filters: AuditFilter[]
  rows: number | null
  note: string | null
  requestId: string
}

type ChainEnd = { id: number; at: Date; hash: string }
type Row = Omit<ChainedRow, 'at' | 'customers'> & { at: Date; customers: string[]; hash: string }

// Without Drizzle, which needs five round trips instead of three: every answer of the app waits for this. The time is the
// database's, read once the lock is held: the clock of a process that runs fast would stamp everybody's rows.
const lockEnd = `SELECT id::float8 AS id, at, hash FROM activity_chain WHERE "end" = 'last' FOR UPDATE;
  SELECT clock_timestamp() AS now`

const appendQuery = (rows: readonly Row[]): pg.QueryConfig => ({
  name: 'append to activity',
  text: `WITH moved AS (UPDATE activity_chain SET id = $1, at = $2, hash = $3 WHERE "end" = 'last')
    INSERT INTO activity SELECT * FROM jsonb_populate_recordset(NULL::activity, $4)`,
  values: [rows.at(-1)?.id, rows.at(-1)?.at, rows.at(-1)?.hash, JSON.stringify(rows)],
})

/**
 * Replaces what PostgreSQL cannot store in a text, NUL and lone surrogates, which an id or a claim may hold. The stored text
 * is also the one that is hashed.
 */
export const storable = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD')

/** The rows of these events, chained to the current end. */
function chained(keys: AuditKeys, { id, at: lastAt, hash }: ChainEnd, now: Date, events: NewAuditEvent[]): Row[] {
  // When the clock is set back, a row still is not older than the row before it.
  const at = now < lastAt ? lastAt : now
  return events.map(({ actor, requestId, ...event }) => {
    id += 1
    const row = {
      id,
      kind: event.kind,
      rows: event.rows,
      actor_email: storable(actor.email),
      actor_name: storable(actor.name),
      actor_role: actor.role,
      account: event.account,
      customers: event.customers.map(storable),
      filters: event.filters.map(({ name, ...rest }) => ({
        name,
        ...(rest.value !== undefined && { value: storable(rest.value) }),
        ...(rest.hash !== undefined && { hash: rest.hash }),
      })),
      note: event.note === null ? null : storable(event.note),
      request_id: requestId,
      key_id: keys.current.id,
    }
    hash = chainHash(keys, hash, { ...row, at: at.getTime(), customers: JSON.stringify(row.customers) }) ?? ''
    return { ...row, at, hash }
  })
}

async function append(client: pg.ClientBase, keys: AuditKeys, events: NewAuditEvent[], begin: string): Promise<void> {
  // The driver returns one result per statement, but its types know only a single result.
  const results = (await client.query(`${begin}${lockEnd}`)) as unknown as pg.QueryResult[]
  const [end] = (results.at(-2)?.rows ?? []) as ChainEnd[]
  const [clock] = (results.at(-1)?.rows ?? []) as { now: Date }[]
  if (!end || !clock) throw new Error('The audit chain has no end')
  await client.query(appendQuery(chained(keys, end, clock.now, events)))
}

/**
 * Begins a transaction and appends events in it, with the end of the chain locked until it ends. `BEGIN` is sent together with
 * the lock, since every round trip counts.
 */
export const beginAppend = (client: pg.ClientBase, keys: AuditKeys, events: NewAuditEvent[]): Promise<void> =>
  append(client, keys, events, 'BEGIN; ')

/** Appends events in the transaction that the client is in, and locks the end of the chain until that one ends. */
export const appendWithin = (client: pg.ClientBase, keys: AuditKeys, events: NewAuditEvent[]): Promise<void> =>
  append(client, keys, events, '')
