import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { startSandbox } from './server'
import { startForTests } from './start-for-tests'

const command = fileURLToPath(new URL('../commands/sandbox.ts', import.meta.url))
const databasePath = join(tmpdir(), 'customer-desk-sandbox-5000.db')
let started: ChildProcess | undefined
afterEach(() => started?.kill('SIGKILL'))

type Ended = { code: number | null; signal: string | null; stdout: string; stderr: string }

function run(
  flags: string[],
  onOutput: (stdout: string, child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...flags])
  started = child
  return new Promise((resolve) => {
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data) => {
      stdout += data
      onOutput(stdout, child)
    })
    child.stderr.on('data', (data) => {
      stderr += data
    })
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}

test('invalid flags print the usage and give exit code 2', async () => {
  expect(await run(['--nonsense'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('usage: npm run sandbox'),
  })
})

test('prints its URL when it is ready and exits cleanly on a signal', async () => {
  const answers: Promise<Response>[] = []
  const ended = await run(['--port', '0', '--customers', '5000', '--database', databasePath], (stdout, child) => {
    const url = /sandbox ready (http:\/\/127\.0\.0\.1:\d+\/v1)\n/.exec(stdout)?.[1]
    if (!url) return
    answers.push(fetch(`${url}/accounts/T12345678/customers/users`))
    void answers[0]?.then(() => child.kill('SIGTERM'))
  })
  expect(ended).toMatchObject({ code: 0 })
  expect((await answers[0])?.status).toBe(401)
})

test('a port in use gives a one-line message and exit code 1', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(startSandbox({ port, databasePath, customers: 5000, seed: 1 })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  expect(await run(['--port', String(port)])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `sandbox: port ${port} is taken\n`,
  })
  other.close()
})

test('responses wait for the latency, which varies', async () => {
  const sandbox = await startForTests({ latencyMs: 40 })
  const times: number[] = []
  for (let call = 0; call < 15; call++) {
    const startMs = performance.now()
    await sandbox.get('/customers/tags')
    times.push(performance.now() - startMs)
  }
  await sandbox.stop()
  times.sort((a, b) => a - b)
  // A busy machine can only make responses slower.
  expect(times[1]).toBeGreaterThan(25)
  expect(times[7]).toBeGreaterThan(30)
  expect(Number(times[13]) - Number(times[1])).toBeGreaterThan(5)
})
