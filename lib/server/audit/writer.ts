import 'server-only'
import type pg from 'pg'
import type { AuditFilter } from '@/lib/audit/audit-event'
import type { AuditEventKind } from '@/lib/audit/event-kinds'
import { type ChainedRow, chainHash } from '@/lib/server/audit/chain'
import type { AuditKeys } from '@/lib/server/audit/keys'

/** What is to be recorded; the writer gives it its number, its time and its place in the chain. */
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

type Waiting = { event: NewAuditEvent; resolve: () => void; reject: (reason: unknown) => void }

type End = { id: number; at: Date; hash: string }
type Row = Omit<ChainedRow, 'at' | 'customers'> & { at: Date; customers: string[]; hash: string }

// Past Drizzle, which would ask five times where three do: every answer of the desk waits for this.
const lockEnd = `BEGIN; SELECT id::float8 AS id, at, hash FROM activity_chain WHERE "end" = 'last' FOR UPDATE`

const append = (rows: readonly Row[]): pg.QueryConfig => ({
  name: 'append to activity',
  text: `WITH moved AS (UPDATE activity_chain SET id = $1, at = $2, hash = $3 WHERE "end" = 'last')
    INSERT INTO activity SELECT * FROM jsonb_populate_recordset(NULL::activity, $4)`,
  values: [rows.at(-1)?.id, rows.at(-1)?.at, rows.at(-1)?.hash, JSON.stringify(rows)],
})

/** As many events are committed together at most; one commit costs as much as many. */
const mostTogether = 200

/**
 * PostgreSQL keeps no NUL in a text, and no half of a surrogate pair; an id or a claim may hold either. What is hashed is
 * what is kept.
 */
export const storable = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD')

/**
 * Appends to the record of reads. The end of the chain is locked while rows are added, so that any number of processes
 * keep one chain; what comes while a commit is under way is committed together by the next.
 */
export class AuditWriter {
  readonly #pool: pg.Pool
  readonly #keys: AuditKeys
  readonly #now: () => number
  #waiting: Waiting[] = []
  #isWriting = false

  constructor(pool: pg.Pool, keys: AuditKeys, now: () => number = Date.now) {
    this.#pool = pool
    this.#keys = keys
    this.#now = now
  }

  /** Resolves once the event is committed; rejects where it may not be. */
  append(event: NewAuditEvent): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ event, resolve, reject })
      if (!this.#isWriting) void this.#writeAll()
    })
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true
    while (this.#waiting.length > 0) {
      const together = this.#waiting.splice(0, mostTogether)
      try {
        await this.#write(together.map(({ event }) => event))
        for (const { resolve } of together) resolve()
      } catch (error) {
        // What waited behind it would wait as long again, and as much in vain.
        for (const { reject } of [...together, ...this.#waiting.splice(0)]) reject(error)
      }
    }
    this.#isWriting = false
  }

  async #write(events: NewAuditEvent[]): Promise<void> {
    const client = await this.#pool.connect()
    try {
      // The driver gives one result a statement; its types know of one alone.
      const [, locked] = (await client.query<End>(lockEnd)) as unknown as [pg.QueryResult, pg.QueryResult<End>]
      const [end] = locked.rows
      if (!end) throw new Error('The chain of the record of reads has no end')
      await client.query(append(this.#chained(end, events)))
      await client.query('COMMIT')
      client.release()
    } catch (error) {
      // With the connection its transaction is taken back.
      client.release(true)
      throw error
    }
  }

  /** The rows of these events, as they follow the end of the chain. */
  #chained({ id, at: lastAt, hash }: End, events: NewAuditEvent[]): Row[] {
    // A clock that is set back sets no row before the one it follows.
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
