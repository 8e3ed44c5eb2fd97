import 'server-only'
import type pg from 'pg'
import type { AuditKeys } from '@/lib/server/audit/keys'
import { beginAppend, type NewAuditEvent } from '@/lib/server/audit/rows'

type PendingEvents = { events: NewAuditEvent[]; resolve: () => void; reject: (reason: unknown) => void }

/** The largest number of calls in one commit. A commit of many costs as much as a commit of one. */
const maxBatch = 200

/**
 * Appends to the audit log. The end of the chain is locked while rows are added, so that any number of processes extend one
 * chain. Events that arrive during a commit are committed together by the next one.
 */
export class AuditWriter {
  readonly #pool: pg.Pool
  readonly #keys: AuditKeys
  #pending: PendingEvents[] = []
  #isWriting = false

  constructor(pool: pg.Pool, keys: AuditKeys) {
    this.#pool = pool
    this.#keys = keys
  }

  /** Resolves once the events are committed, all of them together, and rejects when they may not be. */
  append(...events: NewAuditEvent[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ events, resolve, reject })
      if (!this.#isWriting) void this.#writeAll()
    })
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true
    while (this.#pending.length > 0) {
      const batch = this.#pending.splice(0, maxBatch)
      try {
        await this.#write(batch.flatMap(({ events }) => events))
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
      await beginAppend(client, this.#keys, events)
      await client.query('COMMIT')
      client.release()
    } catch (error) {
      // Closing the connection rolls its transaction back.
      client.release(true)
      throw error
    }
  }
}
