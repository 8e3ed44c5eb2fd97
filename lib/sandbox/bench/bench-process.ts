import { execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const command = fileURLToPath(new URL('../../commands/sandbox.ts', import.meta.url))
const watchEveryMs = 500
const run = promisify(execFile)

export type SandboxProcess = {
  url: string
  /** From the start of the process to its ready line. */
  readyMs: number
  /** The most memory that it was seen to hold on its way there, in megabytes. */
  startMegabytes: number
  megabytes(): Promise<number>
  stop(): Promise<void>
}

/** Starts the sandbox as people start it, as a process of its own. */
export async function startProcess(customers: number, databasePath: string): Promise<SandboxProcess> {
  const startedMs = performance.now()
  const flags = ['--port', '0', '--customers', String(customers), '--database', databasePath]
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  const { pid, stdout, stderr } = child
  const megabytes = async () => (Number((await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout) * 1024) / 1e6
  let most = 0
  const look = () =>
    megabytes().then(
      (held) => {
        most = Math.max(most, held)
      },
      () => undefined,
    )
  // Only until it is ready: to look costs the process that measures.
  const watch = setInterval(look, watchEveryMs)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    stderr.on('data', (text) => {
      said = String(text)
    })
    stdout.on('data', (text) => resolve(/^sandbox ready (\S+)/.exec(String(text))?.[1] ?? ''))
    void ended.then(() => reject(new Error(`The sandbox did not start: ${said}`)))
  }).finally(() => clearInterval(watch))
  const readyMs = performance.now() - startedMs
  await look()
  return {
    url,
    readyMs,
    startMegabytes: most,
    megabytes,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
