import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type AuditKeys, auditKeys } from '../../server/audit/keys'
import { readAuditSettings } from '../env'
import { demoDatabaseFolder, runningPostgres } from '../postgres'
import { stopWith } from '../run'

/** The folder in which the demo keeps its data. */
export const dataFolder = join(process.cwd(), '.data')

/** The database and the keys of the demo, where it runs; what the configuration leaves out is taken from it. */
async function ofDemo(): Promise<{ url: string; keys: { id: string; secret: string }[] } | null> {
  const url = await runningPostgres(demoDatabaseFolder(dataFolder))
  const secret = join(dataFolder, 'audit-secret')
  return url !== null && existsSync(secret)
    ? { url, keys: [{ id: 'demo', secret: readFileSync(secret, 'utf8') }] }
    : null
}

/**
 * A connection to the record of reads, and its keys: those of the environment, `.env.local` and `.env`, or, where
 * they name no database, of the demo that runs here. Ends the command with a sentence where there is none.
 */
export async function openAudit(): Promise<{ client: pg.Client; keys: AuditKeys }> {
  const read = readAuditSettings()
  if ('problem' in read) stopWith(read.problem)
  const found = read.settings ?? (await ofDemo())
  if (!found) stopWith('DATABASE_URL is not set, and no demo runs here: there is no record of reads to look at.')
  const client = new pg.Client({ connectionString: found.url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect().catch((error: Error) => stopWith(`The database does not answer: ${error.message}`))
  return { client, keys: auditKeys(found.keys) }
}
