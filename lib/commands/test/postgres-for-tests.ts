import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../ports'
import { startPostgres } from '../postgres'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** Starts one PostgreSQL for all unit tests. Each test gets its own database from `databaseForTests`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = (await freePort(0)) ?? 0
  const folder = join(tmpdir(), `customer-desk-unit-${process.pid}`)
  const postgres = await startPostgres({ folder, port, fresh: true, flush: false })
  project.provide('postgresUrl', postgres.url)
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
    rmSync(`${folder}.password`, { force: true })
  }
}
