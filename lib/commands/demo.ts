import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPassword, demoPeople } from '../server/demo-people'
import { buildOnce } from './build'
import { childEnvironment, type DemoSettings, readDemoSettings } from './env'
import { freePort } from './ports'
import { endChild, endsWithParent, onStop, stopWith } from './run'

/** `npm run demo`: the whole product on this machine, on the sandbox. With `--dev` it reloads as sources change. */

const dataFolder = join(process.cwd(), '.data')
const isDev = process.argv.includes('--dev')

const client = { client_id: 'sandbox-client', client_secret: 'sandbox-secret' }
const accounts = [
  { id: 'T12345678', name: 'Nordlys Sport Test', ...client },
  { id: 'P12345678', name: 'Nordlys Sport', ...client },
  { id: 'T87654321', name: 'Nordlys Outlet Test', ...client },
]

/** A key of this machine's own, kept so that a restart signs nobody out. */
function sessionSecret(): string {
  const file = join(dataFolder, 'session-secret')
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

async function choosePort(name: 'PORT' | 'SANDBOX_PORT', port: number): Promise<number> {
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

function startServer(port: number, sandboxPort: number): ChildProcess {
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
    NEXTAUTH_SECRET: sessionSecret(),
    PHONE_COUNTRY: 'NO',
  })
  // Its own log is one line a request: of no use here, unless something fails.
  return spawn(process.execPath, command, { env, stdio: ['ignore', isDev ? 'inherit' : 'ignore', 'inherit'] })
}

function sandboxReady(sandbox: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    sandbox.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('sandbox ready')) resolve()
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

const graceMs = 3_000

const end = (children: readonly ChildProcess[]) => Promise.all(children.map((child) => endChild(child, graceMs)))

async function demo(): Promise<void> {
  const read = readDemoSettings()
  if ('problem' in read) stopWith(read.problem)
  const [port, sandboxPort] = [
    await choosePort('PORT', read.settings.port),
    await choosePort('SANDBOX_PORT', read.settings.sandboxPort),
  ]
  if (port === sandboxPort) stopWith(`PORT and SANDBOX_PORT are both ${port}; they must differ.`)
  sessionSecret()

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
  await sandboxReady(start('sandbox', startSandbox(read.settings, sandboxPort)))
  start('server', startServer(port, sandboxPort))
  await serverReady(port)

  const people = demoPeople.map(({ email, name, role }) => `  ${email.padEnd(22)}${role.padEnd(10)}${name}`)
  console.log(
    [
      `ready http://localhost:${port}`,
      '',
      'Sign in as one of',
      ...people,
      `with the password ${demoPassword}. Ctrl-C ends the demo.`,
    ].join('\n'),
  )
}

await demo()
