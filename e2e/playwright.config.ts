import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { appUrl, chromiumArgs, workerCount } from './servers'

const system = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync)
const executablePath = process.env.CHROMIUM_PATH ?? system

/** The production build on the sandbox, in Chromium. No test is retried and none is skipped. */
export default defineConfig({
  testDir: '.',
  outputDir: 'results/artifacts',
  forbidOnly: true,
  retries: 0,
  workers: workerCount,
  fullyParallel: true,
  // No test judges a time: these end what hangs, and are far more than a busy machine needs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    // A worker loads this file itself, so this is the app of that worker.
    baseURL: appUrl,
    // A page that goes on in the same process starts in half the time; Playwright clears what a test has left in it.
    reuseContext: true,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    // `npm test` runs the failed tests once more with `--trace on`.
    trace: 'off',
    launchOptions: {
      executablePath,
      // A page of a test ends before V8's optimising compilers have paid off: without them it takes a fifth less of a core.
      args: [...chromiumArgs, '--js-flags=--no-opt --no-maglev'],
    },
  },
  projects: [
    { name: 'desk', testIgnore: '**/after-all/**', teardown: 'after-all' },
    // It reads what all the others wrote to the log, whether they passed or not.
    { name: 'after-all', testMatch: '**/after-all/**' },
  ],
  webServer: {
    name: 'servers',
    cwd: '..',
    command: 'exec node --import tsx e2e/start-servers.ts',
    wait: { stdout: /servers ready/ },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3_000 },
  },
})
