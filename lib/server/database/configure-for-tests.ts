import 'server-only'
import { afterAll, beforeAll, vi } from 'vitest'
import { configureForTests } from '@/lib/server/auth/access-for-tests'
import { databaseForTests } from '@/lib/server/database/for-tests'
import { openedDatabase } from '@/lib/server/database/open'

/**
 * Stubs a whole configuration with a new database that has all tables, on an upstream, until `endConfiguredDatabase`. Returns
 * the URL of the database. Without an upstream's URL, nothing may be fetched.
 */
export async function configureWithDatabase(upstreamUrl = 'http://127.0.0.1:4010/v1'): Promise<string> {
  const url = await databaseForTests()
  configureForTests(upstreamUrl)
  vi.stubEnv('DATABASE_URL', url)
  return url
}

/** The rows of a statement on that database. */
export async function queryConfigured(text: string, values: unknown[] = []) {
  return (await openedDatabase().pool.query(text, values)).rows
}

/** Ends the pool of this process on that database, and takes the configuration and all other stubbed variables back. */
export async function endConfiguredDatabase(): Promise<void> {
  await openedDatabase().pool.end()
  vi.unstubAllEnvs()
}

/**
 * Gives the tests of a file, or of a block, an upstream and a whole configuration on it with a new database, and further
 * variables. Returns the upstream once they run.
 */
export function upstreamForTests<Upstream extends { url: string; stop: () => Promise<void> }>(
  start: () => Promise<Upstream>,
  variables: Record<string, string> = {},
): () => Upstream {
  let upstream: Upstream
  beforeAll(async () => {
    upstream = await start()
    await configureWithDatabase(upstream.url)
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  })
  afterAll(async () => {
    await endConfiguredDatabase()
    await upstream.stop()
  })
  return () => upstream
}
