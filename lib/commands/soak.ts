import { childEnvironment } from './env'
import { runNode } from './run'

/** `npm run soak [-- minutes]`: the browser is used at random for an hour; see `e2e/random-use.spec.ts`. */

const minutes = Number(process.argv[2] ?? 60)
const suite = ['--import', 'tsx', '--conditions=react-server', 'lib/commands/test.ts', 'build', 'e2e']
process.exitCode = await runNode([...suite, '--', 'random-use'], {
  env: childEnvironment({ SOAK_MINUTES: String(minutes) }),
})
