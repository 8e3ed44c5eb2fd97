import { buildOnce } from '../build'
import { childEnvironment } from '../env'
import { runNode, stopWith } from '../run'
import { findChromium } from '../test/chromium'
import { benchAccess } from './bench-access'

/** `npm run bench [-- scripts page route find comfort record purchases access trouble export webhooks sandbox]`: builds where needed, finds a browser, and measures. */

const named = process.argv.slice(2)
// The sandbox is measured by itself, without the app or a browser.
const needsApp = named.length === 0 || named.some((name) => name !== 'sandbox')
if (needsApp && (await buildOnce()) !== 0) stopWith('The build failed; what it said stands above.')
if (named.includes('access') && (await benchAccess()) !== 0) stopWith('The bench of the record of reads failed.')
const code = await runNode(['--import', 'tsx', 'e2e/bench/run.ts', ...named], {
  env: childEnvironment(needsApp ? { CHROMIUM_PATH: findChromium() } : {}),
})
// The PostgreSQL of `bench-access` replaces `process.exitCode`.
process.exit(code)
