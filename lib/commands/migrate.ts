import { migrate } from '../server/database/migrate'
import { readAuditSettings } from './env'
import { stopWith } from './run'

/** `npm run migrate`: migrates the tables of `DATABASE_URL`, before a new version is started. */

const read = readAuditSettings()
if ('problem' in read) stopWith(read.problem)
if (!read.settings) stopWith('DATABASE_URL is not set: say which database to bring up to date.')
await migrate(read.settings.url).catch((error: Error) => stopWith(`The database was not migrated: ${error.message}`))
console.log('The database is up to date.')
