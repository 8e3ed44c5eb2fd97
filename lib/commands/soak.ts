import { childEnvironment } from './env'
import { runNode } from './run'

/**
 * `npm run soak [-- minutes]`: the browser is used at random for an hour, and the 300 strangest customers are opened; see
 * `e2e/random-use.spec.ts` and `e2e/strangest.spec.ts`.
 */

const minutes = Number(process.argv[2] ?? 60)
const suite = ['--import', 'tsx', '--conditions=react-server', 'lib/commands/test.ts', 'build', 'e2e']
process.exitCode = await runNode([...suite, '--', 'random-use', 'strangest'], {
  env: childEnvironment({ SOAK_MINUTES: String(minutes), STRANGEST: '300' }),
})
