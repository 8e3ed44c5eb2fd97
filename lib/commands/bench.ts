import { buildOnce } from './build'
import { findChromium } from './chromium'
import { childEnvironment } from './env'
import { runNode, stopWith } from './run'

/** `npm run bench [-- scripts page route sandbox]`: builds where needed, finds a browser, and measures. */

if ((await buildOnce()) !== 0) stopWith('The build failed; what it said stands above.')
process.exitCode = await runNode(['--import', 'tsx', 'e2e/bench/run.ts', ...process.argv.slice(2)], {
  env: childEnvironment({ CHROMIUM_PATH: findChromium() }),
})
