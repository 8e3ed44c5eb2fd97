import 'server-only'
import pg from 'pg'
import { z } from 'zod'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { processSingleton } from '@/lib/server/process-singleton'
import { changesChannel } from '@/lib/server/webhooks/write'

type Listener = (customerId: string) => void

const reconnectMs = 2_000
const noticeSchema = z.object({ account: z.string(), customer: z.string() })

const parseNotice = (payload: string | undefined) => {
  try {
    return noticeSchema.safeParse(JSON.parse(payload ?? '')).data
  } catch {
    return undefined
  }
}

/**
 * Hears of every report that any process commits, by a connection of its own (PostgreSQL, `LISTEN`), for as long as somebody
 * wants to know. While the connection is lost nobody is told: a list that is loaded again shows the change as well.
 */
class ChangeHub {
  readonly #listeners = new Map<string, Set<Listener>>()
  #client: pg.Client | null = null

  /** Calls back for each change in an account, until the returned function is called. */
  subscribe(account: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(account) ?? new Set()
    this.#listeners.set(account, listeners.add(listener))
    if (!this.#client) void this.#connect()
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(account)
      if (this.#listeners.size === 0) this.#disconnect()
    }
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: env().databaseUrl,
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
    })
    this.#client = client
    client.on('notification', ({ payload }) => {
      const notice = parseNotice(payload)
      for (const listener of this.#listeners.get(notice?.account ?? '') ?? []) listener(notice?.customer ?? '')
    })
    client.on('error', () => this.#reconnect(client))
    client.on('end', () => this.#reconnect(client))
    try {
      await client.connect()
      await client.query(`LISTEN ${changesChannel}`)
    } catch {
      this.#reconnect(client)
    }
  }

  #reconnect(lost: pg.Client): void {
    if (this.#client !== lost) return
    log('warn', 'database connection lost', { request_id: '' })
    this.#disconnect()
    setTimeout(() => {
      if (!this.#client && this.#listeners.size > 0) void this.#connect()
    }, reconnectMs).unref()
  }

  #disconnect(): void {
    const client = this.#client
    this.#client = null
    void client?.end().catch(() => {})
  }
}

export const changeHub = (): ChangeHub => processSingleton('change hub', () => new ChangeHub())
