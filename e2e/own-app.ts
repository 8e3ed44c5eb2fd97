import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { appEnvironment, databaseUrl } from './servers'

/** Processes of the app that a test may kill. They run the build of this run on their own ports. */
export type OwnApp = { url: string; child: ChildProcess; kill: (signal: NodeJS.Signals) => Promise<void> }

/** Ends a child and waits until it is gone. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** Resolves once a server answers at `url`. Throws when its process ends before. */
export async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  while (!(await fetch(url).catch(() => null))?.ok) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server of ${url} ended with ${child.exitCode ?? child.signalCode}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export type Order = {
  database?: string
  /** The public URL, if another server stands in front of the app. */
  publicUrl?: string
  /** Settings that differ from those of the run. */
  settings?: Record<string, string>
  /** Options of Node, placed before the program. */
  flags?: string[]
  /** Each line that the process writes. */
  onLine?: (line: string) => void
}

/** Starts the app on `port`, with its audit log in `database`; resolves once it answers. */
export async function startApp(port: number, order: Order = {}): Promise<OwnApp> {
  const url = `http://localhost:${port}`
  const { database = databaseUrl, publicUrl = url, settings = {}, flags = [], onLine } = order
  const own = { PORT: String(port), NEXTAUTH_URL: publicUrl, DATABASE_URL: database, ...settings }
  const child = spawn(process.execPath, [...flags, '.next/standalone/server.js'], {
    env: { ...process.env, ...appEnvironment, ...own } as NodeJS.ProcessEnv,
    stdio: onLine ? 'pipe' : 'ignore',
  })
  for (const said of [child.stdout, child.stderr]) if (said && onLine) createInterface(said).on('line', onLine)
  await untilItAnswers(child, `${url}/api/health/live`)
  return { url, child, kill: (signal) => endChild(child, signal) }
}

/** Returns the first line of `npm run audit:verify` for a database, without the checkpoint behind it, and its exit code. */
export function verify(database = databaseUrl): Promise<{ code: number; said: string }> {
  const { AUDIT_KEYS, AUDIT_CHECKPOINT_KEYS } = appEnvironment
  const env = { ...process.env, DATABASE_URL: database, AUDIT_KEYS, AUDIT_CHECKPOINT_KEYS }
  return new Promise((resolve) => {
    const program = ['--import', 'tsx', '--conditions=react-server', 'lib/commands/audit/audit-verify.ts']
    const child = execFile(process.execPath, program, { env }, (_, said) =>
      resolve({ code: child.exitCode ?? 1, said: said.split('\n', 1)[0] ?? '' }),
    )
  })
}
