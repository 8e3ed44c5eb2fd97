import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import {
  appEnvironment,
  appLog,
  appUrl,
  chromiumArgs,
  companyApp,
  companyEnvironment,
  companyLogin,
  databaseFlags,
  sandboxFlags,
  sandboxOrigin,
} from './servers'

const system = '/usr/bin/chromium'
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(system) ? system : undefined)
const stop = { signal: 'SIGTERM', timeout: 3_000 } as const

/** The production build on the sandbox, in Chromium. Nothing is tried again, nothing is skipped. */
export default defineConfig({
  testDir: '.',
  outputDir: 'results/artifacts',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 45_000,
  expect: { timeout: 8_000 },
  reporter: 'list',
  use: {
    baseURL: appUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    // Pictures of each step cost more than the step; its DOM tells as much.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    launchOptions: {
      executablePath,
      args: chromiumArgs,
    },
  },
  projects: [
    { name: 'together', testIgnore: ['**/alone/**', '**/nightly/{storm,crash}.spec.ts'] },
    // They set faults or count the upstream's calls: one at a time, after the others.
    {
      name: 'alone',
      testMatch: ['**/alone/**', '**/nightly/{storm,crash}.spec.ts'],
      dependencies: ['together'],
      fullyParallel: false,
      workers: 1,
    },
  ],
  webServer: [
    {
      name: 'sandbox',
      command: `exec node --import tsx lib/commands/sandbox.ts ${sandboxFlags}`,
      cwd: '..',
      url: `${sandboxOrigin}/_sandbox/requests`,
      timeout: 60_000,
      gracefulShutdown: stop,
    },
    {
      name: 'database',
      command: `exec node --import tsx --conditions=react-server lib/commands/database.ts ${databaseFlags}`,
      cwd: '..',
      wait: { stdout: /database ready/ },
      timeout: 60_000,
      gracefulShutdown: stop,
    },
    {
      name: 'app',
      command: `mkdir -p e2e/results && exec node .next/standalone/server.js > ${appLog} 2>&1`,
      cwd: '..',
      url: `${appUrl}/api/health/live`,
      env: appEnvironment,
      timeout: 30_000,
      gracefulShutdown: stop,
    },
    {
      name: 'company login',
      command: 'exec node --import tsx e2e/company-login/server.ts',
      cwd: '..',
      url: `${companyLogin.url}/.well-known/openid-configuration`,
      timeout: 30_000,
      gracefulShutdown: stop,
    },
    {
      name: 'company app',
      command: `mkdir -p e2e/results && exec node .next/standalone/server.js > ${appLog}.company 2>&1`,
      cwd: '..',
      url: `${companyApp.url}/api/health/live`,
      env: companyEnvironment,
      timeout: 30_000,
      gracefulShutdown: stop,
    },
  ],
})
