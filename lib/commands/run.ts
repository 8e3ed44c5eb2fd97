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

/** Passes Ctrl-C and SIGTERM on once: `end` ends everything, and the command with code 0. */
export function onStopSignal(end: () => Promise<void>): void {
  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (ending) return
      ending = true
      void end().then(() => process.exit(0))
    })
}
