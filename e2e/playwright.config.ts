import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { appLog, appUrl, chromiumArgs, databaseFlags, serversOf, workerCount } from './servers'

const system = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync)
const executablePath = process.env.CHROMIUM_PATH ?? system
const server = { cwd: '..', timeout: 60_000, gracefulShutdown: { signal: 'SIGTERM', timeout: 3_000 } } as const

/** The servers of one worker: its own sandbox, app, identity provider and company's app. */
function workerServers(worker: number) {
  const { appUrl, sandboxOrigin, sandboxFlags, appEnvironment, companyLogin, companyApp, companyEnvironment } =
    serversOf(worker)
  const startApp = (log: string) => `mkdir -p e2e/results && exec node .next/standalone/server.js > ${log} 2>&1`
  return [
    {
      ...server,
      name: `sandbox ${worker}`,
      command: `exec node --import tsx lib/commands/sandbox.ts ${sandboxFlags}`,
      url: `${sandboxOrigin}/_sandbox/requests`,
    },
    {
      ...server,
      name: `app ${worker}`,
      command: startApp(appLog(worker)),
      url: `${appUrl}/api/health/live`,
      env: appEnvironment,
    },
    {
      ...server,
      name: `company login ${worker}`,
      command: 'exec node --import tsx e2e/company-login/server.ts',
      url: `${companyLogin.url}/.well-known/openid-configuration`,
      env: { TEST_PARALLEL_INDEX: String(worker) },
    },
    {
      ...server,
      name: `company app ${worker}`,
      command: startApp(`${appLog(worker)}.company`),
      url: `${companyApp.url}/api/health/live`,
      env: companyEnvironment,
    },
  ]
}

/** The production build on the sandbox, in Chromium. No test is retried and none is skipped. */
export default defineConfig({
  testDir: '.',
  outputDir: 'results/artifacts',
  forbidOnly: true,
  retries: 0,
  workers: workerCount,
  fullyParallel: true,
  timeout: 45_000,
  expect: { timeout: 8_000 },
  reporter: 'list',
  use: {
    // A worker loads this file itself, so this is the app of that worker.
    baseURL: appUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    // `npm test` runs the failed tests once more with `--trace on`.
    trace: 'off',
    launchOptions: {
      executablePath,
      args: chromiumArgs,
    },
  },
  projects: [
    { name: 'desk', testIgnore: '**/after-all/**', teardown: 'after-all' },
    // It reads what all the others wrote to the log, whether they passed or not.
    { name: 'after-all', testMatch: '**/after-all/**' },
  ],
  webServer: [
    {
      ...server,
      name: 'database',
      command: `exec node --import tsx --conditions=react-server lib/commands/database.ts ${databaseFlags}`,
      wait: { stdout: /database ready/ },
    },
    ...Array.from({ length: workerCount }, (_, worker) => workerServers(worker)).flat(),
  ],
})
