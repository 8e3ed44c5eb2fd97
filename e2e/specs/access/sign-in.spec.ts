import { randomUUID } from 'node:crypto'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, open, searchBox, signInOverHttp, test } from '../../fixtures'
import { query } from '../../sessions'

test.use({ role: null })

const deep = `/${accounts.test}/customers?search=nora&type=any`

test('a demo person signs in with one click and returns to the page that was requested, which only the tab knows', async ({
  page,
  context,
}) => {
  await open(page, deep)
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  await expect(page).toHaveURL(new RegExp(`${deep.replace('?', '\\?')}$`))
  await expect(page.getByRole('table', { name: 'Customers' })).toBeVisible()
  const cookies = await context.cookies()
  expect(cookies.filter(({ value }) => decodeURIComponent(value).includes('nora'))).toEqual([])
})

test('a person signs in by email and password with the keyboard alone', async ({ page }) => {
  await open(page, '/sign-in')
  await page.getByLabel('Email').fill('admin@example.com')
  await page.getByLabel('Password').fill('demo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Marte Lund/ })).toBeVisible()
})

test('before the page is hydrated a form sends no password in its URL, and a press waits for what answers it', async ({
  page,
}) => {
  let load = () => {}
  const loading = new Promise<void>((resolve) => {
    load = resolve
  })
  await page.route('**/*.js', async (route) => {
    await loading
    await route.continue()
  })
  await page.goto('/sign-in', { waitUntil: 'commit' })
  const password = page.getByLabel('Password')
  await password.evaluate((field: HTMLInputElement) => {
    field.form?.querySelector('input')?.setAttribute('value', 'agent@example.com')
    field.value = 'demo'
    field.focus()
  })
  await page.keyboard.press('Enter')
  await expect(password).not.toBeFocused()
  await expect(page).toHaveURL(/\/sign-in$/)
  load()
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  await expect(page).toHaveURL(/\/customers$/)
})

test('a number key chooses a demo person', async ({ page }) => {
  await open(page, '/sign-in')
  await page.keyboard.press('4')
  await expect(page.getByRole('button', { name: /Marte Lund/ })).toBeVisible()
})

test('a wrong password is refused without showing which part was wrong', async ({ page, watch }) => {
  watch.expectOnConsole(/401/)
  await open(page, '/sign-in')
  const refusals: (string | null)[] = []
  for (const [email, password] of [
    ['admin@example.com', 'wrong'],
    ['nobody@example.com', 'demo'],
  ] as const) {
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const message = page.getByRole('status').filter({ hasText: 'Wrong email or password' })
    await expect(message).toBeVisible()
    refusals.push(await message.textContent())
  }
  expect(new Set(refusals).size).toBe(1)
})

test('ten failed sign-ins of a name block the next one, right or wrong, and each is in the audit log', async ({
  page,
  request,
  watch,
}) => {
  watch.expectOnConsole(/401|429/)
  // This test has its own name, because other tests sign in at the same time.
  const email = `guess-${randomUUID()}@example.com`
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const guess = (given: string) =>
    request.post('/api/auth/callback/demo', { form: { csrfToken, email: given, password: 'wrong', json: 'true' } })
  const statuses: number[] = []
  for (let attempt = 0; attempt < 10; attempt++) statuses.push((await guess(email)).status())
  expect(statuses).toEqual(Array(10).fill(401))
  const refused = await guess(email.toUpperCase())
  expect(refused.status()).toBe(429)
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(800)
  const kept = await query(`SELECT 1 FROM activity WHERE kind = 'refused' AND actor_email = $1`, [email])
  expect(kept).toHaveLength(10)

  await open(page, '/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill('demo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Too many failed attempts' })).toBeVisible()
})

test('a sign-in is in the audit log', async () => {
  const [before] = await query<{ id: number }>('SELECT max(id)::int AS id FROM activity')
  await signInOverHttp('auditor@example.com')
  const rows = await query(
    `SELECT kind, actor_name, actor_role, account FROM activity WHERE id > $1 AND actor_email = 'auditor@example.com'`,
    [before?.id ?? 0],
  )
  expect(rows).toContainEqual({ kind: 'sign_in', actor_name: 'Solveig Åsen', actor_role: 'auditor', account: null })
})

test('signing out ends the session and clears the storage of this tab', async ({ page, watch }) => {
  watch.expectOnConsole(/503.*signout/)
  await open(page, `/${accounts.test}/customers?limit=10`)
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  await expect(page).toHaveURL(/limit=10/)
  await page.locator('html[data-ready]').waitFor()
  await page.getByRole('button', { name: /^Next/ }).click()
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBeGreaterThan(0)
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  const signOut = page.getByRole('menuitem', { name: 'Sign out' })
  // The record refuses this one event: the person stays signed in, and the menu says so.
  await query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`)
  await query(
    `CREATE TRIGGER refuse BEFORE INSERT ON activity FOR EACH ROW WHEN (NEW.kind = 'sign_out') EXECUTE FUNCTION refuse()`,
  )
  await signOut.click()
  await expect(page.getByText('Couldn’t sign you out')).toBeVisible()
  await query('DROP FUNCTION refuse CASCADE')
  await signOut.click()
  await expect(page).toHaveURL(/\/sign-in$/)
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  await page.goto(`/${accounts.test}/customers`)
  await expect(page).toHaveURL(/\/sign-in$/)
})

const tricks = ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '@evil.example']
test('a return path to elsewhere leads to our own pages', async ({ page, context }) => {
  for (const trick of tricks)
    await test.step(trick, async () => {
      // Away from a page that may still be fetching its total, which would be refused.
      await page.goto('about:blank')
      await context.clearCookies()
      await open(page, `/sign-in?callbackUrl=${encodeURIComponent(trick)}`)
      await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
      await expect(searchBox(page)).toBeVisible()
      expect(new URL(page.url()).pathname).toBe(`/${accounts.test}/customers`)
    })
})

test('a deep link to an open record leads back to it', async ({ page }) => {
  await open(page, `/${accounts.test}/customers?search=nora&record=K-214907`)
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  await expect(page.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
  await expect(page).toHaveURL(/search=nora&record=K-214907$/)
})

test('the icon that browsers request by default exists, and is not taken for an account', async ({ request }) => {
  const response = await request.get('/favicon.ico', { maxRedirects: 0 })
  expect([response.status(), response.headers()['content-type']]).toEqual([200, 'image/x-icon'])
})

test.describe('an auditor', () => {
  test.use({ role: 'auditor' })
  test('sees no customers, and sees the reason', async ({ page }) => {
    await open(page, `/${accounts.test}/customers`)
    await expect(
      page.getByRole('heading', { name: 'You don’t have access to customers in this account' }),
    ).toBeVisible()
    await expect(page.getByText('Your role is Auditor')).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText(['Activity'])
    await expect(page.getByRole('table')).toHaveCount(0)
  })
})
