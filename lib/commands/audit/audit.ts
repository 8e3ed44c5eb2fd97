import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import {
  type CheckpointKeys,
  checkpointJwks,
  checkpointKeys,
  demoCheckpointJwks,
} from '../../server/audit/checkpoints/keys'
import { type AuditKeys, auditKeys } from '../../server/audit/keys'
import { demoDatabaseFolder, runningPostgres } from '../demo-postgres'
import { type AuditSettings, readAuditSettings } from '../env'
import { stopWith } from '../run'

/** The folder in which the demo stores its data. */
export const dataFolder = join(process.cwd(), '.data')

/** The database URL and the keys of the demo, or null when it is not running. */
async function findDemoAuditSettings(): Promise<AuditSettings | null> {
  const url = await runningPostgres(demoDatabaseFolder(dataFolder))
  const secret = join(dataFolder, 'audit-secret')
  return url !== null && existsSync(secret)
    ? { url, keys: [{ id: 'demo', secret: readFileSync(secret, 'utf8') }] }
    : null
}

/** The keys of checkpoints: those of the setting, or the sandbox's, which come from the secret of its audit log. */
function parseCheckpointKeys({ keys, checkpointKeys: text }: AuditSettings): Promise<CheckpointKeys> {
  if (text === undefined) return checkpointKeys(demoCheckpointJwks(keys))
  try {
    return checkpointKeys(checkpointJwks.parse(JSON.parse(text)))
  } catch {
    return stopWith('AUDIT_CHECKPOINT_KEYS must hold the keys of checkpoints, as .env.example has them.')
  }
}

type Audit = { client: pg.Client; keys: AuditKeys; checkpointKeys: CheckpointKeys; checkpointUrl: string | null }

/**
 * Runs a command on the audit log and ends the process with the exit code that `run` returns. The settings come from the
 * environment, `.env.local` and `.env`, or, if these set no database, from the demo running on this machine. Whatever goes
 * wrong ends the command with one sentence and exit code 1.
 */
export async function runOnAudit(run: (audit: Audit) => Promise<number>): Promise<never> {
  const parsed = readAuditSettings()
  if ('problem' in parsed) stopWith(parsed.problem)
  const found = parsed.settings ?? (await findDemoAuditSettings())
  if (!found) stopWith('DATABASE_URL is not set, and no demo runs here: there is no record of reads to look at.')
  const client = new pg.Client({ connectionString: found.url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect().catch((error: Error) => stopWith(`The database does not answer: ${error.message}`))
  const audit = {
    client,
    keys: auditKeys(found.keys),
    checkpointKeys: await parseCheckpointKeys(found),
    checkpointUrl: found.checkpointUrl ?? null,
  }
  const code = await run(audit).catch((error: Error) =>
    stopWith(`${error instanceof pg.DatabaseError ? 'The database refused: ' : ''}${error.message}`),
  )
  await client.end()
  return process.exit(code)
}
