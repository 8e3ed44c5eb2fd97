import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { untilItAnswers } from './own-app'
import { appLog, databaseFlags, serversOf, workerCount } from './servers'

/**
 * Starts all servers of a test run side by side (Playwright alone would start one after the other), and says `servers ready`
 * once each of them answers. They are one process group with this process, and a signal to it ends them all.
 */

const children: ChildProcess[] = []
const tsx = ['--import', 'tsx']

/** Starts a Node program; it writes to `log`, or only its errors to the terminal. */
function start(args: string[], env: object = {}, log?: number): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', log ?? 'pipe', log ?? 'inherit'],
  })
  child.stdout?.resume()
  children.push(child)
  return child
}

/** Starts a server; resolves once it answers at `url`. Throws where another one answers there already. */
async function startAt(url: string, ...program: Parameters<typeof start>): Promise<void> {
  if (await fetch(url).catch(() => null)) throw new Error(`Another server answers at ${url} already.`)
  await untilItAnswers(start(...program), url)
}

/** Starts the PostgreSQL of all workers; resolves once it has a migrated database for each. */
async function startDatabase(): Promise<void> {
  const { stdout } = start([
    ...[...tsx, '--conditions=react-server', 'lib/commands/database.ts'],
    ...databaseFlags.split(' '),
    // No test outlives the machine; the benchmarks wait for the disk.
    '--unflushed',
  ])
  if (stdout) for await (const line of createInterface(stdout)) if (line.startsWith('database ready')) return
  throw new Error('The database did not start.')
}

/** Starts the servers of one worker: its own sandbox, app, identity provider and company's app. */
async function startWorkerServers(worker: number, database: Promise<void>): Promise<void> {
  const { sandboxOrigin, sandboxFlags, companyLogin, ...apps } = serversOf(worker)
  const startApp = async (url: string, env: object, log: string) => {
    // An app that starts without its database writes an error to its log.
    await database
    await startAt(`${url}/api/health/live`, ['.next/standalone/server.js'], env, openSync(log, 'w'))
  }
  await Promise.all([
    startAt(`${sandboxOrigin}/_sandbox/requests`, [...tsx, 'lib/commands/sandbox.ts', ...sandboxFlags.split(' ')]),
    startAt(`${companyLogin.url}/.well-known/openid-configuration`, [...tsx, 'e2e/company-login/server.ts'], {
      TEST_PARALLEL_INDEX: String(worker),
    }),
    startApp(apps.appUrl, apps.appEnvironment, appLog(worker)),
    startApp(apps.companyApp.url, apps.companyEnvironment, `${appLog(worker)}.company`),
  ])
}

const endAll = () => process.kill(0, 'SIGTERM')
let code = 0
process.once('SIGTERM', async () => {
  const isAlive = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null
  await Promise.all(children.filter(isAlive).map((child) => new Promise((resolve) => child.once('exit', resolve))))
  process.exit(code)
})
// A Playwright that is killed cannot end them.
const parent = process.ppid
setInterval(() => process.ppid === parent || endAll(), 500).unref()

mkdirSync(dirname(appLog(0)), { recursive: true })
const database = startDatabase()
try {
  await Promise.all(Array.from({ length: workerCount }, (_, worker) => startWorkerServers(worker, database)))
  console.log('servers ready')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  code = 1
  endAll()
}
