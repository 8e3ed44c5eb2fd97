import { spawn } from 'node:child_process'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, signInOverHttp, test } from '../../fixtures'
import { sandbox } from '../../sandbox'
import { appEnvironment, appUrl, port as portOf } from '../../servers'

/** A server of its own, that is ended. */
const port = String(portOf(3313))
const url = appUrl.replace(/:\d+$/, `:${port}`)

test.afterEach(() => sandbox.faults([]))

test('a server that is ended under load sends every answer that was asked for, and is gone within ten seconds', async ({
  playwright,
}) => {
  const server = spawn(process.execPath, ['.next/standalone/server.js'], {
    env: { ...process.env, ...appEnvironment, PORT: port } as NodeJS.ProcessEnv,
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  try {
    await expect
      .poll(() =>
        fetch(`${url}/api/health/live`).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
      .toBe(true)
    // Cookies are of a host, whatever its port.
    const storageState = await signInOverHttp('agent@example.com')
    const request = await playwright.request.newContext({ baseURL: url, storageState })
    const list = `/api/accounts/${accounts.test}/customers`
    expect((await request.get(list)).status()).toBe(200)
    await sandbox.faults([{ match: '/customers/users', kind: 'delay', ms: 1_000 }])
    await sandbox.forget()
    const answers = Array.from({ length: 12 }, (_, at) => request.get(`${list}?limit=${at + 1}`))
    await expect.poll(async () => (await sandbox.requests()).length).toBe(12)
    const asked = performance.now()
    server.kill('SIGTERM')
    for (const [at, answer] of (await Promise.all(answers)).entries()) {
      expect(answer.status()).toBe(200)
      expect(((await answer.json()) as { customers: unknown[] }).customers).toHaveLength(at + 1)
    }
    expect(await ended).toBe(143)
    expect(performance.now() - asked).toBeLessThan(10_000)
    await request.dispose()
  } finally {
    server.kill('SIGKILL')
  }
})
