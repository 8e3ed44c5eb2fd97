import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

/** Ends a command with one plain sentence. */
export function stopWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Runs a program of Node's to its end; gives its exit code, 1 where a signal ended it. */
export function runNode(args: string[], options: SpawnOptions = {}): Promise<number> {
  return exitCode(spawn(process.execPath, args, { stdio: 'inherit', ...options }))
}

/** The exit code of a child, once it has ended. */
export function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

const orphanPollMs = 500

/**
 * Calls `end` once, at Ctrl-C or SIGTERM, or when the shell above is gone: npm passes SIGTERM to that shell alone. The
 * command then ends with code 0.
 */
export function onStop(end: () => Promise<void>): void {
  let ending = false
  const stop = () => {
    if (ending) return
    ending = true
    void end().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, orphanPollMs).unref()
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
