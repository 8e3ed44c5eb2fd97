import { childEnvironment } from './env'
import { runNode } from './run'

/**
 * `npm run soak [-- minutes]`: the browser is used at random for an hour, the 300 strangest customers are opened, the app
 * is killed 20 times under load, and 20 people read through a storm of ten minutes (fewer, where fewer are asked for); see `random-use`, `strangest`,
 * `alone/crash` and `alone/storm` in `e2e`.
 */

const minutes = Number(process.argv[2] ?? 60)
const suite = ['--import', 'tsx', '--conditions=react-server', 'lib/commands/test/test.ts', 'build', 'e2e']
process.exitCode = await runNode([...suite, '--', 'random-use', 'strangest', 'crash', 'storm'], {
  env: childEnvironment({
    SOAK_MINUTES: String(minutes),
    STRANGEST: '300',
    CRASHES: '20',
    STORM_MINUTES: String(Math.min(minutes, 10)),
  }),
})
