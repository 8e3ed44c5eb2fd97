import 'server-only'
import type pg from 'pg'
import type { AuditFilter } from '@/lib/audit/audit-event'
import type { AuditEventKind } from '@/lib/audit/event-kinds'
import { type ChainedRow, chainHash } from '@/lib/server/audit/chain'
import type { AuditKeys } from '@/lib/server/audit/keys'

/** An event to be appended. The writer adds its id, its time and its hash. */
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

type PendingEvent = { event: NewAuditEvent; resolve: () => void; reject: (reason: unknown) => void }

type ChainEnd = { id: number; at: Date; hash: string }
type Row = Omit<ChainedRow, 'at' | 'customers'> & { at: Date; customers: string[]; hash: string }

// Without Drizzle, which needs five round trips instead of three: every answer of the app waits for this.
const lockEnd = `BEGIN; SELECT id::float8 AS id, at, hash FROM activity_chain WHERE "end" = 'last' FOR UPDATE`

const append = (rows: readonly Row[]): pg.QueryConfig => ({
  name: 'append to activity',
  text: `WITH moved AS (UPDATE activity_chain SET id = $1, at = $2, hash = $3 WHERE "end" = 'last')
    INSERT INTO activity SELECT * FROM jsonb_populate_recordset(NULL::activity, $4)`,
  values: [rows.at(-1)?.id, rows.at(-1)?.at, rows.at(-1)?.hash, JSON.stringify(rows)],
})

/** The largest number of events in one commit. A commit of many costs as much as a commit of one. */
const maxBatch = 200

/**
 * Replaces what PostgreSQL cannot store in a text, NUL and lone surrogates, which an id or a claim may hold. The stored text
 * is also the one that is hashed.
 */
export const storable = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD')

/**
 * Appends to the audit log. The end of the chain is locked while rows are added, so that any number of processes extend one
 * chain. Events that arrive during a commit are committed together by the next one.
 */
export class AuditWriter {
  readonly #pool: pg.Pool
  readonly #keys: AuditKeys
  readonly #now: () => number
  #pending: PendingEvent[] = []
  #isWriting = false

  constructor(pool: pg.Pool, keys: AuditKeys, now: () => number = Date.now) {
    this.#pool = pool
    this.#keys = keys
    this.#now = now
  }

  /** Resolves once the event is committed, and rejects when it may not be. */
  append(event: NewAuditEvent): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ event, resolve, reject })
      if (!this.#isWriting) void this.#writeAll()
    })
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true
    while (this.#pending.length > 0) {
      const batch = this.#pending.splice(0, maxBatch)
      try {
        await this.#write(batch.map(({ event }) => event))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        // The events behind it would wait as long again, and most likely fail as well.
        for (const { reject } of [...batch, ...this.#pending.splice(0)]) reject(error)
      }
    }
    this.#isWriting = false
  }

  async #write(events: NewAuditEvent[]): Promise<void> {
    const client = await this.#pool.connect()
    try {
      // The driver returns one result per statement, but its types know only a single result.
      const [, locked] = (await client.query<ChainEnd>(lockEnd)) as unknown as [
        pg.QueryResult,
        pg.QueryResult<ChainEnd>,
      ]
      const [end] = locked.rows
      if (!end) throw new Error('The audit chain has no end')
      await client.query(append(this.#chained(end, events)))
      await client.query('COMMIT')
      client.release()
    } catch (error) {
      // Closing the connection rolls its transaction back.
      client.release(true)
      throw error
    }
  }

  /** The rows of these events, chained to the current end. */
  #chained({ id, at: lastAt, hash }: ChainEnd, events: NewAuditEvent[]): Row[] {
    // When the clock is set back, a row still is not older than the row before it.
    const at = new Date(Math.max(this.#now(), lastAt.getTime()))
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
        key_id: this.#keys.current.id,
      }
      hash = chainHash(this.#keys, hash, { ...row, at: at.getTime(), customers: JSON.stringify(row.customers) }) ?? ''
      return { ...row, at, hash }
    })
  }
}
