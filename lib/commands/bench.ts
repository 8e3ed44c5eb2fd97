import { benchAccess } from './bench-access'
import { buildOnce } from './build'
import { findChromium } from './chromium'
import { childEnvironment } from './env'
import { runNode, stopWith } from './run'

/** `npm run bench [-- scripts page route find record access sandbox]`: builds where needed, finds a browser, and measures. */

const given = process.argv.slice(2)
const named = given.filter((name) => name !== 'access')
if (given.includes('access')) process.exitCode = await benchAccess()
if (given.length === 0 || named.length > 0) {
  // The sandbox is measured by itself, without the app or a browser.
  const needsApp = named.length === 0 || named.some((name) => name !== 'sandbox')
  if (needsApp && (await buildOnce()) !== 0) stopWith('The build failed; what it said stands above.')
  process.exitCode = await runNode(['--import', 'tsx', 'e2e/bench/run.ts', ...named], {
    env: childEnvironment(needsApp ? { CHROMIUM_PATH: findChromium() } : {}),
  })
}
