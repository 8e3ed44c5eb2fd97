import 'server-only'
import type pg from 'pg'
import type { AuditKeys } from '@/lib/server/audit/keys'
import { beginAppend, type NewAuditEvent } from '@/lib/server/audit/rows'
import { GroupCommit } from '@/lib/server/database/group-commit'

/**
 * Appends to the audit log. The end of the chain is locked while rows are added, so that any number of processes extend one
 * chain. Events that arrive during a commit are committed together by the next one.
 */
export class AuditWriter {
  readonly #pool: pg.Pool
  readonly #keys: AuditKeys
  readonly #commits = new GroupCommit<NewAuditEvent[], undefined>((calls) => this.#write(calls))

  constructor(pool: pg.Pool, keys: AuditKeys) {
    this.#pool = pool
    this.#keys = keys
  }

  /** Resolves once the events are committed, all of them together, and rejects when they may not be. */
  append(...events: NewAuditEvent[]): Promise<void> {
    return this.#commits.add(events)
  }

  async #write(calls: NewAuditEvent[][]): Promise<undefined[]> {
    const client = await this.#pool.connect()
    try {
      await beginAppend(client, this.#keys, calls.flat())
      await client.query('COMMIT')
      client.release()
    } catch (error) {
      // Closing the connection rolls its transaction back.
      client.release(true)
      throw error
    }
    return calls.map(() => undefined)
  }
}
