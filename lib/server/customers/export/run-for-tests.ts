import 'server-only'
import { runExports } from '@/lib/server/customers/export/run-exports'

/** A process that makes pages of exports until it is killed, as a server does. */

runExports()
setInterval(() => {}, 1_000)
