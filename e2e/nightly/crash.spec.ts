import { accounts, people } from '../../lib/sandbox/seed/seed'
import { expect, test } from '../fixtures'
import { type OwnApp, startApp, verify } from '../own-app'
import { port as portOf } from '../servers'
import { query, seal, session } from '../sessions'
import { amounts } from './amounts'

/** The app is killed while it answers. Every answer that arrived has its row in the audit log, and the chain is unbroken. */

const { crashes, answersBeforeCrash } = amounts
const readers = 12
const api = `/api/accounts/${accounts.test}/customers`
const urlPaths = [`${api}?search=kari`, `${api}?limit=25`, `${api}/${encodeURIComponent(people.nora.customer_id)}`]

test.use({ role: null })

/** Reads until the process is gone, and adds the request ids of the answers that arrived whole to `answered`. */
async function read({ url }: OwnApp, cookie: string, answered: string[], isOver: () => boolean): Promise<void> {
  for (let at = 0; !isOver(); at += 1) {
    const response = await fetch(`${url}${urlPaths[at % urlPaths.length]}`, { headers: { cookie } }).catch(() => null)
    const body = await response?.json().catch(() => null)
    if (!response || !body) return
    // A process on a busy machine may refuse: it has then read nothing.
    expect([200, 503]).toContain(response.status)
    if (response.status === 200) answered.push(response.headers.get('x-request-id') ?? '')
  }
}

test(`every answer has its audit row when one of two processes is killed ${crashes} times`, async () => {
  test.setTimeout(120_000 + crashes * 15_000)
  const cookie = `desk.session-token=${await seal({ sid: await session() })}`
  const steady = await startApp(portOf(3321))
  let total = 0
  try {
    for (let crash = 0; crash < crashes; crash += 1) {
      const doomed = await startApp(portOf(3320))
      const answered: string[] = []
      const ofSteady: string[] = []
      let isOver = false
      const pendingReads = Promise.all([
        ...Array.from({ length: readers }, () => read(doomed, cookie, answered, () => isOver)),
        ...Array.from({ length: 2 }, () => read(steady, cookie, ofSteady, () => isOver)),
      ])
      try {
        const received = () => Math.min(answered.length, ofSteady.length * 10)
        await expect.poll(received, { timeout: 60_000 }).toBeGreaterThan(answersBeforeCrash)
      } finally {
        await doomed.kill('SIGKILL')
        isOver = true
        await pendingReads
      }
      const received = [...answered, ...ofSteady]
      const kept = await query<{ request_id: string }>('SELECT request_id FROM activity WHERE request_id = ANY($1)', [
        received,
      ])
      const ids = new Set(kept.map(({ request_id }) => request_id))
      expect(received.filter((id) => !ids.has(id))).toEqual([])
      expect(await verify()).toEqual({ code: 0, said: expect.stringMatching(/^\d+ rows, chain unbroken$/) })
      total += received.length
    }
  } finally {
    await steady.kill('SIGTERM')
  }
  console.log(`${total} answers received over ${crashes} crashes, each with its row`)
})
