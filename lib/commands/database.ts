import { parseArgs } from 'node:util'
import { migrate } from '../server/database/migrate'
import { startPostgres } from './postgres'
import { onStop, stopWith } from './run'

/** A PostgreSQL of its own for the demo, the tests and the benchmarks: started, migrated, told of, and ended with its parent. */

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    folder: { type: 'string' },
    password: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
})
const port = Number(values.port)
const { folder, password, fresh } = values
if (!folder || !Number.isInteger(port)) stopWith('Say where: --port 5432 --folder .data/postgres')

const postgres = await startPostgres({ folder, port, fresh, password }).catch((error: Error) => stopWith(error.message))
onStop(postgres.stop)
await migrate(postgres.url)
console.log(`database ready ${postgres.url}`)
// The server is a child of its own and does not keep this process up.
setInterval(() => {}, 2 ** 30)
