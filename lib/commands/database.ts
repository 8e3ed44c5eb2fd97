import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '../server/database/migrate'
import { startPostgres } from './postgres'
import { onStop, stopWith } from './run'

/**
 * Runs a PostgreSQL for the demo, the tests and the benchmarks. It starts the server, migrates its database (or creates
 * and migrates each database given by `--name`), prints the URL, and ends when its parent process ends.
 */

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    folder: { type: 'string' },
    password: { type: 'string' },
    name: { type: 'string', multiple: true, default: [] },
    fresh: { type: 'boolean', default: false },
    unflushed: { type: 'boolean', default: false },
  },
})
const port = Number(values.port)
const { folder, password, fresh, unflushed, name: names } = values
if (!folder || !Number.isInteger(port)) stopWith('Say where: --port 5432 --folder .data/postgres')

const order = { folder, port, fresh, flush: !unflushed, password }
const postgres = await startPostgres(order).catch((error: Error) => stopWith(error.message))
onStop(postgres.stop)

async function createDatabases(): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  for (const name of names) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  await client.end()
}

const urlOf = (name: string) => Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href
await createDatabases()
for (const url of names.length === 0 ? [postgres.url] : names.map(urlOf)) await migrate(url)
console.log(`database ready ${postgres.url}`)
// The database server is a child process that does not keep this process running.
setInterval(() => {}, 2 ** 30)
