import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCount } from '@/lib/sandbox/run-count-for-tests'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured as rowsOf,
} from '@/lib/server/database/configure-for-tests'
import { account, configureWebhooks, headersOf } from '@/lib/server/webhooks/webhooks-for-tests'

/** Processes that take webhooks are killed, and what got no answer is sent again, as Dintero does. */

let databaseUrl = ''
const children: ChildProcess[] = []
beforeAll(async () => {
  databaseUrl = await configureWithDatabase()
  configureWebhooks()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await endConfiguredDatabase()
})

/** Starts a process with this configuration; resolves to it and its port. */
async function startProcess(...flags: string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = fork('lib/commands/test/receive-webhooks.ts', flags, {
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: 'ignore',
  })
  children.push(child)
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { child, port }
}

type Delivery = { id: string; delivery: string; body: string }
const delivery = (id: string): Delivery => {
  const body = JSON.stringify({ customer_id: id, type: 'customer', updated_at: new Date().toISOString() })
  return { id, delivery: randomUUID(), body }
}
/** The status of an answer; null where none came. */
const send = (port: number, { delivery, body }: Delivery): Promise<number | null> =>
  fetch(`http://127.0.0.1:${port}/api/accounts/${account}/webhooks`, {
    method: 'POST',
    body,
    headers: headersOf(body, { delivery }),
  }).then(
    async (answer) => {
      await answer.text()
      return answer.status
    },
    () => null,
  )

const rows = async (prefix: string) =>
  (await rowsOf(`SELECT customer_id FROM customer_changes WHERE customer_id LIKE $1`, [`${prefix}%`])).map(
    ({ customer_id }) => customer_id,
  )

it('killed between the commit and the answer, it has kept the report, and the same one is not kept again', async () => {
  const one = delivery('between')
  const dying = await startProcess('--die-before-answer')
  expect(await send(dying.port, one)).toBeNull()
  expect(await rows('between')).toEqual(['between'])
  const { port } = await startProcess()
  expect(await send(port, one)).toBe(200)
  expect(await rows('between')).toEqual(['between'])
}, 60_000)

it('killed under load, every report is kept once, and every one that was answered', async () => {
  const all = Array.from({ length: runCount(400) }, (_, index) => delivery(`load-${index}`))
  const dying = await startProcess()
  const answers = all.map((one) => send(dying.port, one))
  await Promise.race(answers)
  dying.child.kill('SIGKILL')
  const statuses = await Promise.all(answers)
  const kept = new Set(await rows('load-'))
  const answered = all.filter((_, index) => statuses[index] === 200)
  expect(answered.filter(({ id }) => !kept.has(id))).toEqual([])
  expect(answered.length).toBeLessThan(all.length)

  const { port } = await startProcess()
  const unanswered = all.filter((_, index) => statuses[index] !== 200)
  expect(new Set(await Promise.all(unanswered.map((one) => send(port, one))))).toEqual(new Set([200]))
  expect((await rows('load-')).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
}, 60_000)
