import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** Where the demo's PostgreSQL is, and how it is reached. This file loads no PostgreSQL: the audit commands import it. */

export const postgresUser = 'desk'
export const isRoot = process.getuid?.() === 0

/**
 * The folder of the demo's database. PostgreSQL refuses to run as root, and the user it then runs as cannot access root's
 * home folder, so for root it is a folder in the system's temporary folder.
 */
export function demoDatabaseFolder(dataFolder: string): string {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  return isRoot ? join(tmpdir(), `customer-desk-postgres-${name}`) : join(dataFolder, 'postgres')
}

export const postgresUrl = (password: string, port: number) =>
  `postgres://${postgresUser}:${password}@127.0.0.1:${port}/postgres`

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
export function passwordOf(folder: string): string {
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
  const url = postgresUrl(password ?? passwordOf(folder), port)
  return (await canConnect(url)) ? url : null
}
