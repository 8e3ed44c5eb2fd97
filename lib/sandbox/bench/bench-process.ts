import { execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const command = fileURLToPath(new URL('../../commands/sandbox.ts', import.meta.url))
const sampleIntervalMs = 500
const run = promisify(execFile)

export type SandboxProcess = {
  url: string
  /** The time from the start of the process to its ready line. */
  readyMs: number
  /** The highest memory use that was measured during the start, in megabytes. */
  startMegabytes: number
  megabytes(): Promise<number>
  stop(): Promise<void>
}

/** Starts the sandbox command in a separate process. */
export async function startProcess(customers: number, databasePath: string): Promise<SandboxProcess> {
  const startedMs = performance.now()
  const flags = ['--port', '0', '--customers', String(customers), '--database', databasePath]
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  const { pid, stdout, stderr } = child
  const megabytes = async () => (Number((await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout) * 1024) / 1e6
  let peakMegabytes = 0
  const sampleMemory = () =>
    megabytes().then(
      (used) => {
        peakMegabytes = Math.max(peakMegabytes, used)
      },
      () => undefined,
    )
  // Memory is only sampled until the sandbox is ready, because sampling slows the measuring process.
  const timer = setInterval(sampleMemory, sampleIntervalMs)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let errorOutput = ''
    stderr.on('data', (text) => {
      errorOutput = String(text)
    })
    stdout.on('data', (text) => resolve(/^sandbox ready (\S+)/.exec(String(text))?.[1] ?? ''))
    void ended.then(() => reject(new Error(`The sandbox did not start: ${errorOutput}`)))
  }).finally(() => clearInterval(timer))
  const readyMs = performance.now() - startedMs
  await sampleMemory()
  return {
    url,
    readyMs,
    startMegabytes: peakMegabytes,
    megabytes,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
