import type { Browser, Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, expectAccessibleInBoth, open, test } from '../../fixtures'
import { withoutAutomaticRetries } from '../../retries'
import { appUrl } from '../../servers'
import { query, session, signInSession } from '../../sessions'

/** A person sees where they are signed in, and ends a session of theirs from another one. */

test.use({ role: null })

const mine = `/${accounts.test}/sessions`
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1'

/** The rows of the table, without its head. */
const rowsOf = (page: Page) =>
  page
    .getByRole('table', { name: 'Your sessions' })
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') })

/** Signs a demo person in by the screen, in a browser of their own with this User-Agent. */
async function signInWith(browser: Browser, userAgent: string, name: RegExp): Promise<Page> {
  const context = await browser.newContext({ baseURL: appUrl, userAgent })
  const page = await context.newPage()
  await open(page, '/sign-in')
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: /(Agent|Auditor|Admin|Viewer)$/ }).waitFor()
  return page
}

/** Makes this browser that of a person whom no other test uses, with further sessions; returns their email. */
async function become(page: Page, role: string, further: { seen: string; browser: string | null }[]): Promise<string> {
  const email = `${role}-${Math.random().toString(36).slice(2)}@sessions.example`
  await signInSession(page.context(), { email, role })
  await query(`UPDATE sessions SET browser = 'Chrome', system = 'Linux' WHERE email = $1`, [email])
  for (const { seen, browser } of further) {
    const other = await session({ email, role, created: '3 hours', seen })
    await query('UPDATE sessions SET browser = $2, system = $3 WHERE id = $1', [other, browser, browser && 'Windows'])
  }
  return email
}

const two = [
  { seen: '5 minutes', browser: 'Firefox' },
  { seen: '40 minutes', browser: null },
]

test('ends a session from another browser, which is signed out at its next click, and the activity tells of it', async ({
  browser,
}) => {
  // Sessions of other tests of this person would be listed as well. They are alive again after this one.
  const others = await query<{ id: string }>(
    `UPDATE sessions SET ended_at = now() WHERE email = 'admin@example.com' AND ended_at IS NULL RETURNING id`,
  )
  const phone = await signInWith(browser, safari, /Marte Lund/)
  const desk = await signInWith(browser, firefox, /Marte Lund/)
  await desk.getByRole('button', { name: /Admin$/ }).click()
  await desk.getByRole('menuitem', { name: 'Your sessions' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: 'Your sessions' })).toBeVisible()
  await expect(rowsOf(desk)).toHaveText([/^Firefox on Windows this session/, /^Safari on iOS/])
  await rowsOf(desk)
    .last()
    .getByRole('button', { name: /^End Safari on iOS/ })
    .click()
  await desk
    .getByRole('dialog', { name: 'End the session in Safari on iOS?' })
    .getByRole('button', { name: 'End session' })
    .click()
  await expect(desk.getByRole('status')).toHaveText('Safari on iOS is signed out. You’re not signed in anywhere else.')
  await expect(rowsOf(desk)).toHaveText([/^Firefox on Windows this session/])

  await phone.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
  await expect(phone).toHaveURL(/\/sign-in/)

  await open(desk, `/${accounts.test}/activity?kind=session_end&person=admin@example.com`)
  const told = desk.getByRole('row').nth(1)
  await expect(told).toContainText('Session ended')
  await expect(told).toContainText('from another session')
  for (const page of [phone, desk]) await page.context().close()
  await query('UPDATE sessions SET ended_at = NULL WHERE id = ANY($1)', [others.map(({ id }) => id)])
})

test('signs out of the session of the page itself', async ({ page }) => {
  await become(page, 'agent', [])
  await open(page, mine)
  await expect(page.getByRole('status')).toHaveText('You’re not signed in anywhere else.')
  await rowsOf(page).getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
})

test('works by keyboard alone, and keeps the focus', async ({ page }) => {
  await become(page, 'viewer', two)
  await open(page, mine)
  await expect(rowsOf(page)).toHaveText([/^Chrome on Linux this session/, /^Firefox on Windows/, /^Unknown browser/])
  const end = page.getByRole('button', { name: /^End Firefox on Windows, signed in / })
  await end.focus()
  await page.keyboard.press('Enter')
  const submit = page.getByRole('button', { name: 'End session' })
  await expect(submit).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(end).toBeFocused()
  await expect(rowsOf(page)).toHaveCount(3)
  await page.keyboard.press('Enter')
  await expect(submit).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('says that a session could not be ended, and leaves it', async ({ page, watch }) => {
  watch.expectOnConsole(/503/)
  const email = await become(page, 'agent', two)
  await open(page, mine)
  await query(
    `CREATE OR REPLACE FUNCTION no_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`,
  )
  await query(
    `CREATE TRIGGER no_end BEFORE INSERT ON activity FOR EACH ROW WHEN (NEW.actor_email = '${email}') EXECUTE FUNCTION no_end()`,
  )
  try {
    await page.getByRole('button', { name: /^End Firefox/ }).click()
    await page.getByRole('button', { name: 'End session' }).click()
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('The activity log is down.')
    await expectAccessible(page)
  } finally {
    await query('DROP TRIGGER no_end ON activity')
  }
  await page.getByRole('button', { name: 'End session' }).click()
  await expect(rowsOf(page)).toHaveCount(2)
})

test('says that the sessions could not be read, and reads them again', async ({ page }) => {
  await become(page, 'agent', two)
  await withoutAutomaticRetries(page)
  // The person is still known: only what this page reads beside is missing.
  await query('ALTER TABLE sessions RENAME browser TO no_browser')
  try {
    await open(page, mine)
    await expect(page.getByRole('main').getByRole('alert')).toContainText('The activity log is down.')
    await expectAccessible(page)
  } finally {
    await query('ALTER TABLE sessions RENAME no_browser TO browser')
  }
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(rowsOf(page)).toHaveCount(3)
})

// An admin sees the same, in the frame of the other screens (`e2e/screens`).
test('shows an auditor the sessions, in both themes and at every width', async ({ page }) => {
  await become(page, 'auditor', two)
  await open(page, mine)
  const question = page.getByRole('dialog', { name: 'End the session in Firefox on Windows?' })
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await expect(rowsOf(page)).toHaveCount(3)
    await expectAccessibleInBoth(page)
    await page.getByRole('button', { name: /^End Firefox/ }).click()
    await expect(question).toBeVisible()
    await expectAccessibleInBoth(page)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
  }
})

test.describe('in Norwegian', () => {
  test.use({ locale: 'nb-NO' })

  test('the sessions are shown in Norwegian', async ({ page }) => {
    await become(page, 'viewer', two)
    await open(page, mine)
    await expect(page.getByRole('heading', { level: 1, name: 'Her er du logget inn' })).toBeVisible()
    await page.getByRole('button', { name: /^Avslutt Firefox på Windows, logget inn / }).click()
    await page.getByRole('button', { name: 'Avslutt økten' }).click()
    await expect(page.getByRole('status')).toHaveText('Firefox på Windows er logget ut.')
  })
})
