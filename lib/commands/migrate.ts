import { migrate } from '../server/database/migrate'
import { readAuditSettings } from './env'
import { stopWith } from './run'

/** `npm run migrate`: migrates the tables of `DATABASE_URL`, before a new version is started. */

const parsed = readAuditSettings()
if ('problem' in parsed) stopWith(parsed.problem)
if (!parsed.settings) stopWith('DATABASE_URL is not set: say which database to bring up to date.')
await migrate(parsed.settings.url).catch((error: Error) => stopWith(`The database was not migrated: ${error.message}`))
console.log('The database is up to date.')
process.exit(0)
