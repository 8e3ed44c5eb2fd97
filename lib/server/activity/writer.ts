import 'server-only'
import { eq } from 'drizzle-orm'
import type { ActivityFilter } from '@/lib/activity/activity'
import type { ActivityKind } from '@/lib/activity/activity-kinds'
import { chainHash } from '@/lib/server/activity/chain'
import type { AuditKeys } from '@/lib/server/activity/keys'
import type { Database } from '@/lib/server/database/open'
import { activity, activityChain } from '@/lib/server/database/schema'

/** What is to be recorded; the writer gives it its number, its time and its place in the chain. */
export type NewEvent = {
  actor: { email: string; name: string; role: string | null }
  kind: ActivityKind
  account: string | null
  customers: string[]
  filters: ActivityFilter[]
  rows: number | null
  note: string | null
  requestId: string
}

type Waiting = { event: NewEvent; resolve: () => void; reject: (reason: unknown) => void }

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
export class ActivityWriter {
  readonly #database: Database
  readonly #keys: AuditKeys
  readonly #now: () => number
  #waiting: Waiting[] = []
  #isWriting = false

  constructor(database: Database, keys: AuditKeys, now: () => number = Date.now) {
    this.#database = database
    this.#keys = keys
    this.#now = now
  }

  /** Resolves once the event is committed; rejects where it may not be. */
  append(event: NewEvent): Promise<void> {
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

  #write(events: NewEvent[]): Promise<void> {
    return this.#database.transaction(async (transaction) => {
      const last = eq(activityChain.end, 'last')
      const [end] = await transaction.select().from(activityChain).where(last).for('update')
      if (!end) throw new Error('The chain of the record of reads has no end')
      // A clock that is set back sets no row before the one it follows.
      const at = new Date(Math.max(this.#now(), end.at.getTime()))
      let { id, hash } = end
      const rows = events.map(({ actor, requestId, ...event }) => {
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
        hash = chainHash(this.#keys, hash, { ...row, at: at.getTime() }) ?? ''
        return { ...row, at, hash }
      })
      await transaction.insert(activity).values(rows)
      await transaction.update(activityChain).set({ id, at, hash }).where(last)
    })
  }
}
