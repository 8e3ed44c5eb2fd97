import type { Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectRows, open, searchBox, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`

test('the whole task by keyboard: search, move, open, read on, close, page', async ({ page }) => {
  await open(page, list)
  await expect(searchBox(page)).not.toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('nor')
  await page.keyboard.press('Enter')
  const first = await sandbox.list({ search: 'nor' })
  await expectRows(page, first.rows)
  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toHaveValue('nor')

  // Enter has marked the first row.
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.searchParams.get('record') === first.rows[1]?.customer_id)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('j')
  await expect(page).toHaveURL((url) => url.searchParams.get('record') === first.rows[2]?.customer_id)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  const next = await sandbox.list({ search: 'nor', starting_after: first.rows.at(-1)?.id ?? '' })
  // Not every layout prints brackets without Alt.
  for (const [forward, back] of [
    [']', '['],
    ['Alt+PageDown', 'Alt+PageUp'],
  ] as const) {
    await page.keyboard.press(forward)
    await expectRows(page, next.rows)
    await page.keyboard.press(back)
    await expectRows(page, first.rows)
  }
})

test('menus open, choose and close by keyboard', async ({ page }) => {
  await open(page, list)
  await page.keyboard.press('f')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  // The focus returns a moment after the menu has gone; a menu that opens before that closes again.
  await expect(page.getByRole('button', { name: 'Type' })).toBeFocused()
  await page.keyboard.press('f')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.getByRole('menuitemradio', { name: 'Company' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/type=company/)
  await page.keyboard.press('d')
  await page.getByRole('menuitemradio', { name: 'Included' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/include_deleted=true/)
  await page.keyboard.press('s')
  await expect(page.getByRole('menuitemradio', { name: /Nordlys Outlet/ })).toBeVisible()
})

test('an open record is scrolled by the keys of the browser, and the page behind it never', async ({ page }) => {
  await open(page, list)
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
  const dialog = page.getByRole('dialog')
  const top = dialog.getByRole('term').first()
  await expect(dialog.getByText('Gullmedlem')).toBeAttached()
  for (const key of ['PageDown', 'Space', 'ArrowDown', 'End']) {
    await page.keyboard.press('Home')
    await expect(top).toBeInViewport()
    for (let times = key === 'ArrowDown' ? 12 : 1; times > 0; times--) await page.keyboard.press(key)
    await expect(top).not.toBeInViewport()
  }
  expect(await page.evaluate(() => [scrollY, document.documentElement.scrollHeight - innerHeight])).toEqual([0, 0])
  // The next record begins at its top, and is scrolled by the same keys.
  await page.keyboard.press('j')
  await expect(dialog.getByText('2 of 25')).toBeVisible()
  await expect(dialog).toBeFocused()
  await expect(top).toBeInViewport()
  // Its end is further down once its sections have come.
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(top).not.toBeInViewport({ timeout: 500 })
  }).toPass()
  await expect(dialog.getByText('2 of 25')).toBeVisible()
})

for (const way of ['a key', 'a click', 'the menu of a narrow screen'] as const)
  test(`a form of a filter that is opened by ${way} takes the focus, and Escape gives it back`, async ({ page }) => {
    if (way === 'the menu of a narrow screen') await page.setViewportSize({ width: 390, height: 844 })
    // The choices come after the form is open.
    await sandbox.faults([{ match: '/settings', kind: 'delay', ms: 300 }])
    await open(page, list)
    for (const [key, name, field] of [
      ['a', 'Attribute', 'Attribute'],
      ['u', 'Changed since', ''],
    ] as const) {
      const opener = page.getByRole('button', { name: way === 'the menu of a narrow screen' ? /^Filter/ : name })
      if (way === 'a key') await page.keyboard.press(key)
      else await opener.click()
      if (way === 'the menu of a narrow screen') await page.getByRole('menuitem', { name }).click()
      const form = page.getByRole('dialog', { name })
      await expect(field ? form.getByLabel(field) : form.getByRole('button').first()).toBeFocused()
      if (field) await expect(form.getByRole('option', { name: /shoe_size/ })).toBeAttached()
      await page.keyboard.press('Escape')
      await expect(form).toBeHidden()
      // A key leaves the focus where it was: after the first form, on its button.
      await expect(way === 'a key' ? page.getByRole('button', { name: 'Attribute' }) : opener).toBeFocused()
    }
    await sandbox.faults([])
  })

test('? lists every key, Escape gives the page back, and keys are letters while typing', async ({ page }) => {
  await open(page, list)
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const name of ['Search', 'Next row', 'Next page', 'Copy email', 'Filter by tag', 'Switch account'])
    await expect(sheet.getByText(name, { exact: true })).toBeVisible()
  await expect(sheet.getByText('since:', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('/')
  await page.keyboard.type('jd?s6')
  await expect(searchBox(page)).toHaveValue('jd?s6')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('c then e, p, i copies from the row', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, `${list}?search=nora.bjorgum`)
  await page.keyboard.press('j')
  for (const [key, value] of Object.entries({ e: 'nora.bjorgum@example.no', p: '+4742140318', i: 'K-214907' })) {
    await page.keyboard.press('c')
    await page.keyboard.press(key)
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(value)
  }
})

test('a copy that the browser refuses leaves the text selected, to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await open(page, `${list}?search=nora.bjorgum`)
  const byHand = page.getByRole('dialog', { name: 'Copy by hand' })
  const selected = () => page.evaluate(() => String(getSelection()))
  await page.keyboard.press('j')
  await page.keyboard.press('c')
  await page.keyboard.press('e')
  await expect(byHand).toContainText('The browser doesn’t let this page copy')
  expect(await selected()).toBe('nora.bjorgum@example.no')
  await page.keyboard.press('Escape')
  await expect(byHand).toBeHidden()
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy customer id' }).click()
  await expect.poll(selected).toBe('K-214907')
})

test('nothing is searched for while an input method composes a word', async ({ page, context }) => {
  await open(page, list)
  await page.clock.install()
  const composition = await context.newCDPSession(page)
  await page.keyboard.press('/')
  await composition.send('Input.imeSetComposition', { text: 'nor', selectionStart: 3, selectionEnd: 3 })
  await page.clock.runFor(2_000)
  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toBeFocused()
  expect(page.url()).not.toContain('search=')
  await composition.send('Input.insertText', { text: 'nora' })
  await page.clock.runFor(2_000)
  await expect(page).toHaveURL(/search=nora$/)
})

/** Walks back with Shift and Tab, and returns what had the focus below a sticky head that covers it (WCAG 2.4.11). */
async function coveredOnTheWayBack(page: Page, head: string, steps: number): Promise<string[]> {
  const covered: string[] = []
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Shift+Tab')
    const text = await page.evaluate((selector) => {
      const focused = document.activeElement
      const bottom = document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0
      const isCovered = focused && !focused.closest(selector) && focused.getBoundingClientRect().top < bottom
      return isCovered ? focused.outerHTML : null
    }, head)
    if (text !== null) covered.push(text)
  }
  return covered
}

test('the focus is never under the head of the table, or under the section bar of a record', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 })
  await open(page, `${list}?limit=100`)
  await page.locator('tbody tr').last().getByRole('link').focus()
  expect(await coveredOnTheWayBack(page, 'thead th', 40)).toEqual([])
  await page.locator('tbody tr').first().getByRole('link').click()
  const record = page.getByRole('dialog')
  await record.getByRole('heading', { name: 'Raw' }).focus()
  expect(await coveredOnTheWayBack(page, '[role=dialog] nav', 20)).toEqual([])
})

test('g c leads from a record to the list', async ({ page }) => {
  await open(page, `${list}/K-214907`)
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(new RegExp(`${list}$`))
})
