import { runExports } from '../../server/customers/export/run-exports'

/** A process that makes pages of exports until it is killed, as a server does. For `kill.test.ts`. */

runExports()
setInterval(() => {}, 1_000)
