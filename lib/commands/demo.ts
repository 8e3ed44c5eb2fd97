import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPassword, demoPeople } from '../server/auth/demo-people'
import { dataFolder } from './audit/audit'
import { buildOnce } from './build'
import { demoDatabaseFolder } from './demo-postgres'
import { childEnvironment, type DemoSettings, readDemoSettings } from './env'
import { freePort } from './ports'
import { endChild, endsWithParent, onStop, stopWith } from './run'

/** `npm run demo`: runs the app on this machine with the sandbox. With `--dev` it reloads when sources change. */

const isDev = process.argv.includes('--dev')

const client = { client_id: 'sandbox-client', client_secret: 'sandbox-secret' }
const accounts = [
  { id: 'T12345678', name: 'Nordlys Sport Test', ...client },
  { id: 'P12345678', name: 'Nordlys Sport', ...client },
  { id: 'T87654321', name: 'Nordlys Outlet Test', ...client },
]

/**
 * A secret of this machine, stored so that people stay signed in and the audit log stays verifiable after a restart.
 */
function readOrCreateSecret(name: 'session-secret' | 'audit-secret' | 'webhook-secret'): string {
  const file = join(dataFolder, name)
  try {
    mkdirSync(dataFolder, { recursive: true })
    try {
      return readFileSync(file, 'utf8')
    } catch {
      const secret = randomBytes(32).toString('base64')
      writeFileSync(file, secret, { mode: 0o600 })
      return secret
    }
  } catch {
    return stopWith(`The folder ${dataFolder} cannot be written to; the demo keeps its data there.`)
  }
}

async function choosePort(name: 'PORT' | 'SANDBOX_PORT' | 'DATABASE_PORT', port: number): Promise<number> {
  return (
    (await freePort(port)) ??
    stopWith(`Port ${port} is taken by another program. Set ${name} to a free port, such as ${name}=${port + 1}.`)
  )
}

function startSandbox({ sandboxCustomers }: DemoSettings, port: number): ChildProcess {
  const database = join(dataFolder, `sandbox-${sandboxCustomers}.db`)
  const flags = ['--port', port, '--customers', sandboxCustomers, '--seed', 1, '--database', database].map(String)
  return spawn(process.execPath, ['--import', 'tsx', 'lib/commands/sandbox.ts', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function startDatabase(port: number): ChildProcess {
  const flags = ['--port', String(port), '--folder', demoDatabaseFolder(dataFolder)]
  const command = ['--import', 'tsx', '--conditions=react-server', 'lib/commands/database.ts', ...flags]
  return spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
}

function startServer(port: number, sandboxPort: number, databaseUrl: string): ChildProcess {
  const command = isDev
    ? ['node_modules/next/dist/bin/next', 'dev', '--hostname', '127.0.0.1', '--port', String(port)]
    : [...endsWithParent, '.next/standalone/server.js']
  const env = childEnvironment({
    NODE_ENV: isDev ? 'development' : 'production',
    HOSTNAME: '127.0.0.1',
    PORT: String(port),
    DINTERO_URL: `http://127.0.0.1:${sandboxPort}/v1`,
    DINTERO_ACCOUNTS: JSON.stringify(accounts),
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: readOrCreateSecret('session-secret'),
    DATABASE_URL: databaseUrl,
    AUDIT_KEYS: JSON.stringify([{ id: 'demo', secret: readOrCreateSecret('audit-secret') }]),
    WEBHOOK_SECRETS: JSON.stringify(
      Object.fromEntries(accounts.map(({ id }) => [id, [readOrCreateSecret('webhook-secret')]])),
    ),
    PHONE_COUNTRY: 'NO',
  })
  // Standard output has one log line per request, which is not useful in the demo.
  return spawn(process.execPath, command, { env, stdio: ['ignore', isDev ? 'inherit' : 'ignore', 'inherit'] })
}

/** Resolves to the URL that a server prints when it is ready: `sandbox ready http://…`. */
function ready(server: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      const [, url] = /^\w+ ready (\S+)/m.exec(chunk.toString()) ?? []
      if (url) resolve(url)
    })
  })
}

const pollMs = 100

async function serverReady(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/live`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/** Lets the sandbox report its edits, as an admin of an account does at Dintero. */
async function subscribe(port: number, sandboxPort: number): Promise<void> {
  for (const { id } of accounts) {
    const url = `http://127.0.0.1:${port}/api/accounts/${id}/webhooks`
    const body = JSON.stringify({ account: id, url, secret: readOrCreateSecret('webhook-secret') })
    await fetch(`http://127.0.0.1:${sandboxPort}/_sandbox/webhooks`, { method: 'POST', body })
  }
}

const graceMs = 3_000

const end = (children: readonly ChildProcess[]) => Promise.all(children.map((child) => endChild(child, graceMs)))

async function demo(): Promise<void> {
  const parsed = readDemoSettings()
  if ('problem' in parsed) stopWith(parsed.problem)
  const [port, sandboxPort, databasePort] = [
    await choosePort('PORT', parsed.settings.port),
    await choosePort('SANDBOX_PORT', parsed.settings.sandboxPort),
    await choosePort('DATABASE_PORT', parsed.settings.databasePort),
  ]
  if (new Set([port, sandboxPort, databasePort]).size < 3)
    stopWith(`PORT, SANDBOX_PORT and DATABASE_PORT are ${port}, ${sandboxPort} and ${databasePort}; they must differ.`)
  readOrCreateSecret('session-secret')

  const children: ChildProcess[] = []
  let isEnding = false
  onStop(async () => {
    isEnding = true
    await end(children)
  })
  if (!isDev && (await buildOnce()) !== 0) stopWith('The build failed; what it said stands above.')

  const start = (name: string, child: ChildProcess) => {
    children.push(child)
    child.once('exit', (code) => {
      if (isEnding) return
      isEnding = true
      void end(children).then(() =>
        stopWith(`The ${name} ended by itself with code ${code}; what it said stands above.`),
      )
    })
    return child
  }
  const sandbox = ready(start('sandbox', startSandbox(parsed.settings, sandboxPort)))
  const databaseUrl = await ready(start('database', startDatabase(databasePort)))
  await sandbox
  start('server', startServer(port, sandboxPort, databaseUrl))
  await serverReady(port)
  await subscribe(port, sandboxPort)

  const people = demoPeople.map(({ email, name, role }) => `  ${email.padEnd(22)}${role.padEnd(10)}${name}`)
  console.log(
    [
      `ready http://localhost:${port} (database migrated)`,
      '',
      'Sign in as one of',
      ...people,
      `with the password ${demoPassword}. Ctrl-C ends the demo.`,
    ].join('\n'),
  )
}

await demo()
