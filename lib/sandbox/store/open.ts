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
import { prepareStatements } from './statements'

export type StoreOptions = {
  path: string
  customers: number
  seed: number
  holds: Holds
  hasOtherMaskedValues?: boolean
  onProgress?: (made: number, of: number) => void
  /** A file up to this size is checked completely at start. For a larger one, only its length is checked. */
  fullCheckBytes?: number
}

/**
 * Opens the store at `path`. The existing file is used when it has the same data version, seed and number of customers
 * and was not edited; otherwise a new one is built. A damaged or foreign file is reported on stderr and replaced. The
 * new file only gets its name when it is complete, so a build that is killed leaves the old file.
 */
export async function openStore(options: StoreOptions): Promise<Database.Database> {
  const fingerprint = `${dataVersion()} seed ${options.seed} customers ${options.customers} ${Object.keys(assumptions)
    .filter((id) => !options.holds(id as AssumptionId))
    .join(' ')}${options.hasOtherMaskedValues ? ' other masked values' : ''}`
  const reason = existsSync(options.path) ? findReasonToRebuild(options, fingerprint) : undefined
  if (reason) process.stderr.write(`sandbox: ${options.path} ${reason}; it is made anew\n`)
  if (reason !== undefined || !existsSync(options.path)) {
    mkdirSync(dirname(options.path), { recursive: true })
    removeAbandonedBuilds(options.path)
    const building = `${options.path}.${process.pid}.building`
    rmSync(building, { force: true })
    try {
      // The code that generates customers is slow to load, and most starts do not need it.
      const { buildStore } = await import('./build')
      await buildStore(building, { ...options, fingerprint })
      for (const suffix of ['-journal', '-wal', '-shm']) rmSync(options.path + suffix, { force: true })
      renameSync(building, options.path)
    } finally {
      rmSync(building, { force: true })
    }
  }
  const connection = new Database(options.path, { timeout: 5000 })
  connection.exec('pragma synchronous = off; pragma cache_size = -65536; pragma temp_store = memory;')
  return connection
}

/** Deletes a file that turned out to be damaged in use. The next start builds a new one. */
export function discardStore(path: string): void {
  if (!existsSync(path)) return
  process.stderr.write(`sandbox: ${path} is damaged; the next start makes it anew\n`)
  rmSync(path, { force: true })
}

/** Why the file at `path` cannot be used: '' when it only holds other data, a reason when it is damaged or foreign. */
function findReasonToRebuild(
  { path, fullCheckBytes = 64_000_000 }: StoreOptions,
  fingerprint: string,
): string | undefined {
  let connection: Database.Database | undefined
  try {
    if (!isComplete(path)) return 'is no whole database'
    connection = new Database(path)
    const sql = prepareStatements(connection)
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

/** Whether the file begins as a SQLite database and has the length that its header states. */
function isComplete(path: string): boolean {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  const read = readSync(file, header, 0, 100, 0)
  closeSync(file)
  if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return false
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  return statSync(path).size === pageSize * header.readUInt32BE(28)
}

/** Deletes the files of builds whose process no longer runs. */
function removeAbandonedBuilds(path: string): void {
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

/** A digest of the code that generates and stores the data. When that code changes, existing files are rebuilt. */
function dataVersion(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const root = join(here, '..')
  const files = [
    ...sources(join(root, 'generate')),
    ...sources(join(root, 'seed')),
    ...['build', 'schema', 'index-words', 'write', 'relink'].map((name) => join(here, `${name}.ts`)),
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
