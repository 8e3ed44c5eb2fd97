import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { encodeSegment } from '../encode-segment'

/** Ends a command with exit code 1 and one sentence on standard error. */
export function stopWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Runs a Node program and resolves to its exit code (1 when a signal ended it). Ends it when this command is ended. */
export async function runNode(args: string[], options: SpawnOptions = {}): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', ...options })
  const removeStopHandler = onStop(() => endChild(child, graceMs), 1)
  const code = await exitCode(child)
  // A command that is being ended does not continue with its next step.
  if (isStopping) return new Promise(() => {})
  removeStopHandler()
  return code
}

/**
 * Node flags that end a server together with this command, even when this command is killed and cannot pass on a signal.
 */
export const endsWithParent = [
  '--import',
  `data:text/javascript,${encodeSegment(
    `const above = process.ppid; setInterval(() => { if (process.ppid !== above) process.kill(process.pid) }, 500).unref()`,
  )}`,
]

/** Resolves to the exit code of a child when it ends. */
export function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

const orphanPollMs = 500
/** Playwright needs this long to end its servers and browsers. */
const graceMs = 10_000

type StopHandler = { end: () => Promise<void>; code: number }
const stopHandlers = new Set<StopHandler>()
let isStopping = false
let isListening = false

function stop(): void {
  if (isStopping) return
  isStopping = true
  const [first] = stopHandlers
  void Promise.all([...stopHandlers].map(({ end }) => end())).then(() => process.exit(first?.code ?? 1))
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
 * Calls `end` once, on Ctrl-C, SIGTERM or SIGHUP, or when the parent shell has ended (npm passes SIGTERM only to that shell).
 * The process then ends with the code of the first registered handler. Returns a function that removes the handler.
 */
export function onStop(end: () => Promise<void>, code = 0): () => void {
  const handler = { end, code }
  stopHandlers.add(handler)
  listen()
  return () => stopHandlers.delete(handler)
}

/** Sends SIGTERM to a child, and SIGKILL after `graceMs`. Resolves when it has ended. */
export async function endChild(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = exitCode(child)
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await ended
  clearTimeout(timer)
}
