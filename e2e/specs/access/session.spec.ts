import { randomUUID } from 'node:crypto'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, open, signInOverHttp, test } from '../../fixtures'
import { appUrl, companyApp, sessionSecret } from '../../servers'
import { query, seal, session, signInSession } from '../../sessions'

/** The end of a session is decided by its row in the database, and not by the cookie. */

test.use({ role: null })

const cookieOf = (value: string) => ({ cookie: `desk.session-token=${value}` })

test('a session is valid only if it has our key, a row that has not ended, and an existing role', async ({
  request,
}) => {
  const state = await signInOverHttp('admin@example.com')
  const real = state.cookies.find(({ name }) => name === 'desk.session-token')?.value ?? ''
  const sid = await session()
  const cookies: [what: string, cookie: string, status: number][] = [
    ['a real one', real, 200],
    ['one that is changed', `${real.slice(0, -4)}${real.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`, 401],
    ['one that is cut off', real.slice(0, -40), 401],
    ['one of our key', await seal({ sid }), 200],
    ['of another key', await seal({ sid }, `${sessionSecret}x`), 401],
    ['of another environment, whose rows are not ours', await seal({ sid: randomUUID() }), 401],
    ['of a row that cannot be', await seal({ sid: 'x' }), 401],
    ['not quite ten hours old', await seal({ sid: await session({ created: '9 hours 59 minutes' }) }), 200],
    ['ten hours old', await seal({ sid: await session({ created: '10 hours' }) }), 401],
    ['not quite an hour unused', await seal({ sid: await session({ created: '2 hours', seen: '59 minutes' }) }), 200],
    ['an hour unused', await seal({ sid: await session({ created: '2 hours', seen: '60 minutes' }) }), 401],
    ['ended', await seal({ sid: await session({ ended: true }) }), 401],
    ['of an unknown role', await seal({ sid: await session({ role: 'root' }) }), 401],
    ['without a row', await seal({}), 401],
    ['without a role', await seal({ sid: await session({ role: null }) }), 403],
    ['for no account', await seal({ sid: await session({ accounts: [] }) }), 404],
    ['for another account', await seal({ sid: await session({ accounts: [accounts.production] }) }), 404],
  ]
  for (const [what, cookie, status] of cookies) {
    const headers = cookieOf(cookie)
    const response = await request.get(`/api/accounts/${accounts.test}/tags`, { headers })
    expect([what, response.status()]).toEqual([what, status])
  }
})

test('a request extends a session', async ({ request }) => {
  const sid = await session({ created: '2 hours', seen: '50 minutes' })
  await request.get(`/api/accounts/${accounts.test}/tags`, { headers: cookieOf(await seal({ sid })) })
  const [row] = await query<{ recent: boolean }>(
    `SELECT seen_at > now() - interval '1 minute' AS recent FROM sessions WHERE id = $1`,
    [sid],
  )
  expect(row?.recent).toBe(true)
})

test('the session that next-auth tells of is that of the row, without its id and without a new cookie', async ({
  request,
}) => {
  const sid = await session()
  const [alive, ended] = [await seal({ sid }), await seal({ sid: await session({ ended: true }) })]
  const told = async (cookie: string) => {
    const response = await request.get('/api/auth/session', { headers: cookieOf(cookie) })
    return { body: await response.json(), cookie: response.headers()['set-cookie'] }
  }
  const person = { user: { name: 'A', email: 'a@example.com' }, role: 'admin' }
  expect(await told(alive)).toEqual({ body: person, cookie: undefined })
  expect(await told(ended)).toEqual({ body: {}, cookie: undefined })
  expect(await told('x')).toEqual({ body: {}, cookie: undefined })
})

test('signing out takes effect at once in every process, also for a copied cookie', async ({ request, playwright }) => {
  const storageState = await signInOverHttp('agent@example.com')
  const cookie = storageState.cookies.find(({ name }) => name === 'desk.session-token')?.value ?? ''
  // The page does not exist, which only a person who is signed in can see.
  const missingPath = `/api/accounts/${accounts.test}/nothing`
  const statuses = async () => {
    const headers = cookieOf(cookie)
    const answers = await Promise.all([
      request.get(missingPath, { headers }),
      request.get(`${companyApp.url}${missingPath}`, { headers }),
    ])
    return answers.map((answer) => answer.status())
  }
  expect(await statuses()).toEqual([404, 404])
  const person = await playwright.request.newContext({ baseURL: appUrl, storageState })
  const { csrfToken } = await (await person.get('/api/auth/csrf')).json()
  await person.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })
  await person.dispose()
  expect(await statuses()).toEqual([401, 401])
})

test('a person who signed in without a role sees their own name and nothing else', async ({ page, context }) => {
  await signInSession(context, { role: null })
  await open(page, `/${accounts.test}/customers`)
  await expect(page.getByRole('heading', { name: 'You don’t have a role yet' })).toBeVisible()
  await expect(page.getByText('You’re signed in as a@example.com')).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
})
