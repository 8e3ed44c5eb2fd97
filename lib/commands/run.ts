import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

/** Ends a command with one plain sentence. */
export function stopWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Runs a program of Node's to its end; gives its exit code, 1 where a signal ended it. Ends it when this command is. */
export async function runNode(args: string[], options: SpawnOptions = {}): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', ...options })
  const forget = onStop(() => endChild(child, graceMs), 1)
  const code = await exitCode(child)
  // A command that is being ended does not go on to its next step.
  if (isStopping) return new Promise(() => {})
  forget()
  return code
}

/**
 * Flags by which a server that knows nothing of this command ends with it, even where this command was killed and
 * could pass on no signal.
 */
export const endsWithParent = [
  '--import',
  `data:text/javascript,${encodeURIComponent(
    `const above = process.ppid; setInterval(() => { if (process.ppid !== above) process.kill(process.pid) }, 500).unref()`,
  )}`,
]

/** The exit code of a child, once it has ended. */
export function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

const orphanPollMs = 500
/** Long enough for Playwright to end its servers and browsers. */
const graceMs = 10_000

type Ending = { end: () => Promise<void>; code: number }
const endings = new Set<Ending>()
let isStopping = false
let isListening = false

function stop(): void {
  if (isStopping) return
  isStopping = true
  const [first] = endings
  void Promise.all([...endings].map(({ end }) => end())).then(() => process.exit(first?.code ?? 1))
}

function listen(): void {
  if (isListening) return
  isListening = true
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, orphanPollMs).unref()
}

/**
 * Calls `end` once, at Ctrl-C or SIGTERM, or when the shell above is gone: npm passes SIGTERM to that shell alone. The
 * process then ends with the code of whoever asked first. Gives what takes the request back.
 */
export function onStop(end: () => Promise<void>, code = 0): () => void {
  const ending = { end, code }
  endings.add(ending)
  listen()
  return () => endings.delete(ending)
}

/** Asks a child to end, and makes it after `graceMs`. */
export async function endChild(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = exitCode(child)
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await ended
  clearTimeout(timer)
}
