import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { changeKey } from '../../lib/customers/changes/change-key'
import { accounts } from '../../lib/sandbox/seed/seed'
import { deliverWebhook } from '../deliver-webhook'
import { appUrl } from '../servers'
import { query } from '../sessions'
import { type Figures, withDesk } from './desk'
import { signedInPeople } from './people'

/** Measures how fast reports of changes are answered, one after the other and a thousand in a second, and when they are told. */

const rounds = 300
const burst = 1_000
const told = 40

const customer = (customer_id: string, phone_number: string) => ({
  customer_id,
  phone_number,
  type: 'customer',
  updated_at: new Date().toISOString(),
})

const p95 = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN

async function timeOf(agent: http.Agent, customerId: string, phone: string): Promise<number> {
  const started = performance.now()
  const status = await deliverWebhook(customer(customerId, phone), agent)
  if (status !== 200) throw new Error(`A webhook was answered with ${status}`)
  return performance.now() - started
}

/** From the start of a delivery until the stream of a reader tells of it, in milliseconds. */
async function timesUntilTold(agent: http.Agent): Promise<number[]> {
  const [headers = {}] = await signedInPeople(1)
  const closing = new AbortController()
  const stream = `${appUrl}/api/accounts/${accounts.test}/changes-stream`
  const { body } = await fetch(stream, { headers, signal: closing.signal })
  const arrivals = new Map<string, number>()
  const reading = (async () => {
    for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()))
      for (const [, key = ''] of chunk.matchAll(/^data: (\S+)$/gm)) arrivals.set(key, performance.now())
  })().catch(() => {})
  // Until PostgreSQL tells this stream.
  await wait(1_000)
  const times: number[] = []
  for (let round = 0; round < told; round += 1) {
    const id = `K-bench-${randomUUID()}`
    const key = (await changeKey(accounts.test, id)) ?? ''
    const started = performance.now()
    await timeOf(agent, id, '+4740000000')
    while (!arrivals.has(key) && performance.now() - started < 5_000) await wait(1)
    times.push((arrivals.get(key) ?? Number.POSITIVE_INFINITY) - started)
  }
  closing.abort()
  await reading
  return times
}

export const benchWebhooks = (): Promise<Figures> =>
  withDesk(0, async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
    const id = `K-bench-${randomUUID()}`
    for (let round = 0; round < rounds; round += 1) await timeOf(agent, id, `+47400${round}`)
    const alone: number[] = []
    for (let round = 0; round < rounds; round += 1) alone.push(await timeOf(agent, id, `+47401${round}`))

    const began = performance.now()
    const answers: Promise<number>[] = []
    while (answers.length < burst) {
      const due = Math.min(burst, Math.ceil(performance.now() - began))
      while (answers.length < due) answers.push(timeOf(agent, `${id}-${answers.length}`, '+4741000000'))
      await wait(1)
    }
    const together = await Promise.all(answers)
    const seconds = (performance.now() - began) / 1_000
    const kept = await query(`SELECT 1 FROM customer_changes WHERE customer_id LIKE $1`, [`${id}-%`])
    const told = await timesUntilTold(agent)
    agent.destroy()
    return {
      'p95 of an answer, one after the other, ms (goal 20)': p95(alone),
      'p95 of an answer, 1,000 in a second, ms': p95(together),
      '1,000 answered after, s': seconds,
      'of them lost': burst - kept.length,
      'p95 until a stream tells of it, ms (goal 1,000)': p95(told),
    }
  })
