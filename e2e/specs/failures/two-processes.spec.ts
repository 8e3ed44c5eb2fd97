import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { Process, proxyTo } from '../../balancer'
import { expect, expectRows, open, searchBox, shownIds, signInOverHttp, test, whole } from '../../fixtures'
import { startApp, verify } from '../../own-app'
import { sandbox } from '../../sandbox'
import { port as portOf } from '../../servers'
import { query, seal, session } from '../../sessions'

/**
 * Two processes of the app on one database behind a balancer that knows nothing of them: each request goes to the next
 * one in turn. People cannot notice that there are two, or that one was killed.
 */

const publicUrl = `http://localhost:${portOf(3330)}`
const mostPerMinute = 60
const list = `/${accounts.test}/customers`
const api = `/api/accounts/${accounts.test}/customers`
const { nora } = people

const order = { publicUrl, settings: { LIMIT_PERSON_PER_MINUTE: String(mostPerMinute) } }
const processes = [new Process(portOf(3331), order), new Process(portOf(3332), order)] as const
const proxy = proxyTo(processes)

test.use({ role: null, baseURL: publicUrl })
// Its tests share two processes, so that one worker runs them all.
test.describe.configure({ mode: 'default' })
test.beforeAll(async () => {
  // What other tests asked in the last minute counts here as well: limits are one for all processes.
  await query('DELETE FROM limits')
  await Promise.all(processes.map((one) => one.start()))
  await new Promise<void>((resolve) => proxy.listen(Number(new URL(publicUrl).port), '127.0.0.1', resolve))
})
test.afterEach(() => sandbox.faults([]))
test.afterAll(async () => {
  proxy.closeAllConnections()
  await new Promise((resolve) => proxy.close(resolve))
  await Promise.all(processes.map((one) => one.kill('SIGTERM')))
})

/** Returns the cookie of a person whom only this test uses. */
async function someone(change: { role?: string } = {}): Promise<string> {
  const email = `${randomUUID()}@example.com`
  return `desk.session-token=${await seal({ sid: await session({ email, ...change }) })}`
}

const statusOf = async (origin: string, cookie: string, path = `${api}?limit=1`) =>
  (await fetch(`${origin}${path}`, { headers: { cookie } })).status

test('a sign-in works with any process for each of its requests', async () => {
  for (let time = 0; time < 4; time += 1) {
    const { cookies } = await signInOverHttp('agent@example.com', 'demo', publicUrl)
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    // The third request of three: the next sign-in begins at the other process.
    expect(await statusOf(publicUrl, cookie)).toBe(200)
  }
  for (const { answered } of processes)
    expect(answered).toEqual(
      expect.arrayContaining(['GET /api/auth/csrf', 'POST /api/auth/callback/demo', `GET ${api}?limit=1`]),
    )
})

test('a sign-out takes effect in both processes at once', async ({ page, context }) => {
  await open(page, '/sign-in')
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  await expect(page).toHaveURL(/\/customers$/)
  await page.locator('html[data-ready]').waitFor()
  await expectRows(page, (await sandbox.list()).rows)
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const { url } of processes) expect(await statusOf(url, cookie)).toBe(200)
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  for (const { url } of processes) expect(await statusOf(url, cookie)).toBe(401)
})

test('a limit counts the requests of both processes', async () => {
  const cookie = await someone()
  const calls = Array.from({ length: mostPerMinute + 20 }, () => statusOf(publicUrl, cookie))
  const statuses = await Promise.all(calls)
  expect(statuses.filter((status) => status === 429)).toHaveLength(20)
  // On a busy machine Dintero's answer may be late for some that are within the limit.
  expect([[200], [200, 503]]).toContainEqual([...new Set(statuses)].filter((status) => status !== 429).toSorted())
  for (const { url } of processes) expect(await statusOf(url, cookie)).toBe(429)
  // It was that person's, and nobody else's.
  for (const { url } of processes) expect(await statusOf(url, await someone())).toBe(200)
})

test('what was read and revealed through either is known to both', async () => {
  const cookie = await someone({ role: 'viewer' })
  const path = `${api}/${nora.customer_id}`
  const ids: (string | null)[] = []
  for (const { url } of processes) {
    const read = await fetch(`${url}${path}`, { headers: { cookie } })
    expect(await read.text()).not.toContain(nora.email)
    ids.push(read.headers.get('x-request-id'))
  }
  const revealed = await fetch(`${processes[0].url}${path}/reveals`, {
    method: 'POST',
    headers: { cookie, origin: publicUrl, 'content-type': 'application/json' },
    body: JSON.stringify({ field: 'email', reason: 'on the phone' }),
  })
  expect(revealed.status).toBe(200)
  const admin = await someone()
  for (const { url } of processes) {
    expect(await (await fetch(`${url}${path}`, { headers: { cookie } })).text()).toContain(nora.email)
    const activity = await fetch(`${url}/api/accounts/${accounts.test}/activity?customer=${nora.customer_id}`, {
      headers: { cookie: admin },
    })
    const { events } = (await activity.json()) as { events: { request_id: string }[] }
    const told = events.map(({ request_id }) => request_id)
    expect(told).toEqual(expect.arrayContaining([...ids, revealed.headers.get('x-request-id')]))
  }
})

const rows = async (asked: Record<string, string>) => (await sandbox.list(asked)).rows

/** What a person does, the call that a process is killed over, and what stands on the screen in the end. */
const steps: [what: string, call: RegExp, act: (page: Page) => Promise<void>, shown: (page: Page) => Promise<void>][] =
  [
    [
      'a search',
      /^GET \/api\/.*[?&]search=an/,
      async (page) => {
        await searchBox(page).fill('an')
        await searchBox(page).press('Enter')
      },
      async (page) => expectRows(page, await rows({ search: 'an' })),
    ],
    [
      'the next page',
      /^GET \/api\/.*[?&]starting_after=/,
      (page) => page.getByRole('button', { name: /^Next/ }).click(),
      async (page) => {
        const [last] = (await rows({ search: 'an' })).toReversed()
        await expectRows(page, await rows({ search: 'an', starting_after: last?.id ?? '' }))
      },
    ],
    [
      'a record',
      /^GET \/api\/.*\/customers\/[^/?]+$/,
      (page) => page.locator('tr[data-customer] a').first().click(),
      async (page) => {
        const dialog = page.getByRole('dialog')
        await expect(dialog.getByRole('heading', { name: 'Addresses' })).toBeVisible()
        await expect(dialog.getByText('Couldn’t')).toHaveCount(0)
      },
    ],
    [
      'a reload',
      /^GET \/[^/]+\/customers\?/,
      (page) => page.reload().then(() => {}),
      async (page) => {
        await whole(page)
        await expect(page.getByRole('dialog').getByRole('heading', { name: 'Addresses' })).toBeVisible()
      },
    ],
  ]

test('a process that is killed while it answers is not noticed, and serves again after its restart', async ({
  page,
  context,
  watch,
}) => {
  // The stream of changes ends with its process, and begins anew by itself.
  watch.expectOnConsole(/ERR_.*\/changes-stream$/)
  const [, value = ''] = (await someone()).split('=')
  await context.addCookies([{ name: 'desk.session-token', value, url: publicUrl }])
  await open(page, list)
  await whole(page)
  for (const [what, call, act, shown] of steps) {
    await test.step(what, async () => {
      // Held upstream once: so long is there an answer under way to kill, and the second one comes at once.
      await sandbox.faults([{ match: '/customers/users', kind: 'delay', ms: 1_000, times: 1 }])
      const acting = act(page)
      const answering = () => processes.find(({ underWay }) => [...underWay].some((one) => call.test(one)))
      await expect.poll(answering, { intervals: [5] }).toBeDefined()
      const doomed = answering()
      await doomed?.kill('SIGKILL')
      await acting
      await sandbox.faults([])
      await shown(page)
      await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
      await doomed?.start()
      // The page asks by itself as well, so that whose turn it is cannot be told; the search is of this test alone.
      const own = `${api}?search=${randomUUID()}`
      const cookie = await someone()
      const served = async () => {
        expect(await statusOf(publicUrl, cookie, own)).toBe(200)
        return doomed?.answered.includes(`GET ${own}`)
      }
      await expect.poll(served).toBe(true)
    })
  }
  expect(await verify()).toEqual({ code: 0, said: expect.stringMatching(/^\d+ rows, chain unbroken$/) })
})

test.describe('one process alone', () => {
  const port = portOf(3333)
  const url = `http://localhost:${port}`
  test.use({ baseURL: url })

  test('is killed and started again under a page that stays open', async ({ page, context, watch }) => {
    watch.expectOnConsole(/ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_.*\/changes-stream$/)
    let app = await startApp(port)
    try {
      const [, value = ''] = (await someone()).split('=')
      await context.addCookies([{ name: 'desk.session-token', value, url }])
      await open(page, list)
      await whole(page)
      await searchBox(page).fill('ola')
      await searchBox(page).press('Enter')
      const before = await rows({ search: 'ola' })
      await expectRows(page, before)
      // The total comes last: from then on no answer is under way.
      await expect(page.locator('[data-range]')).toContainText(' of ')
      await app.kill('SIGKILL')
      await searchBox(page).fill('kari')
      await searchBox(page).press('Enter')
      await expect(page.getByRole('main').getByRole('alert')).toContainText('isn’t responding')
      // The rows are dimmed, because they belong to the previous query.
      expect(await shownIds(page)).toEqual(before.map(({ customer_id }) => customer_id))
      app = await startApp(port)
      // The same page continues without a reload.
      await searchBox(page).fill('nora')
      await searchBox(page).press('Enter')
      await expectRows(page, await rows({ search: 'nora' }))
      await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
    } finally {
      await app.kill('SIGKILL')
    }
  })
})
