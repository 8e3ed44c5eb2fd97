import { buildOnce } from './build'
import { childEnvironment } from './env'
import { runNode, stopWith } from './run'
import { findChromium } from './test/chromium'

/**
 * `npm run pictures [-- --grep record]`: takes a picture of every screen in every form, into `e2e/results/pictures`, with a
 * contact sheet in its `index.html`. Arguments are passed to Playwright.
 */

if ((await buildOnce()) !== 0) stopWith('The build failed; what it said stands above.')
const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--config=e2e/pictures.config.ts']
process.exit(
  await runNode([...playwright, ...process.argv.slice(2)], {
    env: childEnvironment({ CHROMIUM_PATH: findChromium() }),
  }),
)
