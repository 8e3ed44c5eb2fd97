import { defineConfig } from '@playwright/test'
import common from '../playwright.config'
import { appEnvironment, appUrl, sandboxFlags, sandboxOrigin } from '../servers'

const gracefulShutdown = { signal: 'SIGTERM', timeout: 3_000 } as const

/** As in the tests, but one at a time, with an upstream that answers after 30 ms. */
export default defineConfig({
  ...common,
  testDir: import.meta.dirname,
  testMatch: '*.bench.ts',
  outputDir: '../results/bench',
  projects: [{ name: 'bench' }],
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  use: { ...common.use, trace: 'off' },
  webServer: [
    {
      name: 'sandbox',
      command: `exec node --import tsx lib/commands/sandbox.ts ${sandboxFlags} --latency 30`,
      cwd: '../..',
      url: `${sandboxOrigin}/_sandbox/requests`,
      timeout: 60_000,
      gracefulShutdown,
    },
    {
      name: 'app',
      command: 'exec node .next/standalone/server.js > /dev/null',
      cwd: '../..',
      url: `${appUrl}/api/health/live`,
      env: appEnvironment,
      timeout: 30_000,
      gracefulShutdown,
    },
  ],
})
