import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { type AssumptionId, assumptions, type Holds } from '../assumptions'
import { statements } from './statements'

export type StoreOrder = {
  path: string
  customers: number
  seed: number
  holds: Holds
  onProgress?: (made: number, of: number) => void
  /** Up to this the whole file is checked at start; above it, only that it is as long as it says. */
  fullCheckBytes?: number
}

/**
 * Opens the store at `path`: the one kept there when it was made from the same data, seed and number of customers and
 * nobody changed it, otherwise a new one. A damaged or foreign file is named on stderr and made anew. The new file
 * takes its name only when it is whole, so a build that is killed leaves the old state.
 */
export async function openStore(order: StoreOrder): Promise<Database.Database> {
  const fingerprint = `${dataVersion()} seed ${order.seed} customers ${order.customers} ${Object.keys(assumptions)
    .filter((id) => !order.holds(id as AssumptionId))
    .join(' ')}`
  const reason = existsSync(order.path) ? whyNotUsable(order, fingerprint) : undefined
  if (reason) process.stderr.write(`sandbox: ${order.path} ${reason}; it is made anew\n`)
  if (reason !== undefined || !existsSync(order.path)) {
    mkdirSync(dirname(order.path), { recursive: true })
    removeAbandoned(order.path)
    const building = `${order.path}.${process.pid}.building`
    rmSync(building, { force: true })
    try {
      // What makes customers is slow to load, and most starts make none.
      const { buildStore } = await import('./build')
      await buildStore(building, { ...order, fingerprint })
      for (const rest of ['-journal', '-wal', '-shm']) rmSync(order.path + rest, { force: true })
      renameSync(building, order.path)
    } finally {
      rmSync(building, { force: true })
    }
  }
  const connection = new Database(order.path, { timeout: 5000 })
  connection.exec('pragma synchronous = off; pragma cache_size = -65536; pragma temp_store = memory;')
  return connection
}

/** Takes away a file that turned out to be damaged while it served: the next start makes it anew. */
export function discardStore(path: string): void {
  if (!existsSync(path)) return
  process.stderr.write(`sandbox: ${path} is damaged; the next start makes it anew\n`)
  rmSync(path, { force: true })
}

/** Why the file at `path` cannot serve: '' where it is merely of other data, a reason where it is damaged or foreign. */
function whyNotUsable({ path, fullCheckBytes = 64_000_000 }: StoreOrder, fingerprint: string): string | undefined {
  let connection: Database.Database | undefined
  try {
    if (!isWhole(path)) return 'is no whole database'
    connection = new Database(path)
    const sql = statements(connection)
    const fact = (name: string) => sql.text('select cast(value as blob) from fact where name = ?', [name])
    if (fact('fingerprint') !== fingerprint || fact('changed') !== undefined) return ''
    if (statSync(path).size <= fullCheckBytes) {
      if (sql.text('pragma quick_check(1)') !== 'ok') return 'is damaged'
    }
    return undefined
  } catch {
    return 'is damaged or was not made by the sandbox'
  } finally {
    connection?.close()
  }
}

/** Whether the file begins as a SQLite database and is as long as its header says. */
function isWhole(path: string): boolean {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  const read = readSync(file, header, 0, 100, 0)
  closeSync(file)
  if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return false
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  return statSync(path).size === pageSize * header.readUInt32BE(28)
}

/** Files of builds whose process is gone. */
function removeAbandoned(path: string): void {
  const name = basename(path)
  for (const entry of readdirSync(dirname(path))) {
    const pid = entry.startsWith(`${name}.`) ? /\.(\d+)\.building/.exec(entry)?.[1] : undefined
    if (pid && !isRunning(Number(pid))) rmSync(join(dirname(path), entry), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A digest of the code that makes the data and lays it out: a change there makes kept files useless. */
function dataVersion(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const root = join(here, '..')
  const files = [
    ...sources(join(root, 'generate')),
    ...sources(join(root, 'seed')),
    ...['build', 'schema', 'vocabulary', 'write', 'relink'].map((name) => join(here, `${name}.ts`)),
  ]
  const digest = createHash('sha256')
  for (const file of files) digest.update(readFileSync(file))
  return digest.digest('hex').slice(0, 16)
}

function sources(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name))
}
