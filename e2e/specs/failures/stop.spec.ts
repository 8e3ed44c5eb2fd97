import { once } from 'node:events'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, signInOverHttp, test } from '../../fixtures'
import { startApp } from '../../own-app'
import { sandbox } from '../../sandbox'
import { port as portOf } from '../../servers'

test.afterEach(() => sandbox.faults([]))

/** Long enough that no held call is aborted or retried, even on a busy machine. */
const patience = {
  UPSTREAM_TIMEOUT_MS: '30000',
  UPSTREAM_FIRST_BYTE_MS: '30000',
  UPSTREAM_BETWEEN_BYTES_MS: '30000',
}

test('a server that is stopped under load sends every pending answer and then exits', async ({ playwright }) => {
  const app = await startApp(portOf(3313), { settings: patience })
  try {
    // Cookies are of a host, whatever its port.
    const storageState = await signInOverHttp('agent@example.com')
    const request = await playwright.request.newContext({ baseURL: app.url, storageState })
    const list = `/api/accounts/${accounts.test}/customers`
    expect((await request.get(list)).status()).toBe(200)
    await sandbox.faults([{ match: '/customers/users', kind: 'delay', ms: 1_000 }])
    await sandbox.forget()
    const answers = Array.from({ length: 12 }, (_, at) => request.get(`${list}?limit=${at + 1}`))
    await expect.poll(async () => (await sandbox.requests()).length, { intervals: [20] }).toBe(12)
    const ended = once(app.child, 'exit')
    app.child.kill('SIGTERM')
    for (const [at, answer] of (await Promise.all(answers)).entries()) {
      expect(answer.status()).toBe(200)
      expect(((await answer.json()) as { customers: unknown[] }).customers).toHaveLength(at + 1)
    }
    // It exits with its own code, and not by the signal.
    expect(await ended).toEqual([143, null])
    await request.dispose()
  } finally {
    await app.kill('SIGKILL')
  }
})
