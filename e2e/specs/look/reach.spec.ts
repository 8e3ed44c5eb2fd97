import type { Locator } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, test } from '../../fixtures'
import { findSmallTargets } from '../../targets'

/** What axe cannot see of target sizes, forced colours, widths and what covers what. */

const list = `/${accounts.test}/customers`
/** High enough for a whole record: nothing has to be scrolled into view. */
const tall = { wide: { width: 1440, height: 3600 }, narrow: { width: 390, height: 5600 } }

const reached = [
  ['list', `${list}?search=nor&type=any&include_deleted=true&limit=10`, 'Nora Bjørgum'],
  ['record', `${list}/${people.nora.customer_id}`, '"customer_id"'],
  ['tombstone', `${list}/${people.tombstone.customer_id}`, '"customer_id"'],
  ['no match', `${list}?search=zzzzzz&limit=0`, 'Clear search and filters'],
] as const
test('every control can be hit, with a pointer and with a finger', async ({ page }) => {
  for (const [name, path, settled] of reached)
    await test.step(name, async () => {
      await page.setViewportSize(tall.wide)
      await open(page, path)
      await expect(page.getByText(settled).first()).toBeVisible()
      await page.keyboard.press('j')
      expect(await findSmallTargets(page, 24)).toEqual([])
      await page.setViewportSize(tall.narrow)
      expect(await findSmallTargets(page, 44)).toEqual([])
    })
})

/** Whether an element looks other than another one, by its colours and lines alone. */
const looksOf = (locator: Locator, pseudo?: string) =>
  locator.evaluate((element, of) => {
    const { backgroundColor, outlineStyle, borderColor } = getComputedStyle(element, of)
    return [backgroundColor, outlineStyle, borderColor].join(' ')
  }, pseudo)

test('forced colours show the keyboard row, the density, what is on, and where one is', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open(page, `${list}?search=nora&record=${people.nora.customer_id}`)
  const row = page.locator('tr[data-customer]')
  const edge = row.locator(':scope > :first-child')
  expect(await looksOf(edge.first())).not.toBe(await looksOf(edge.nth(1)))
  const density = page.getByRole('group', { name: 'Density' }).locator('label')
  expect(await looksOf(density.first())).not.toBe(await looksOf(density.nth(1)))
  const drawer = page.getByRole('dialog')
  const tabs = drawer.getByRole('navigation').getByRole('link')
  expect(await looksOf(tabs.first())).not.toBe(await looksOf(tabs.nth(1)))
  const main = page.getByRole('navigation', { name: 'Main' })
  expect(await looksOf(main.getByRole('link', { name: 'Customers' }))).not.toBe(await looksOf(main))
  const toggle = drawer.getByRole('switch')
  const off = await looksOf(toggle.locator('span').first())
  const knob = toggle.locator('span span')
  expect(await looksOf(knob)).not.toBe(off)
  await toggle.press('Space')
  expect(await looksOf(toggle.locator('span').first())).not.toBe(off)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Type' }).press('Enter')
  const item = page.getByRole('menuitemradio')
  await expect(item.first()).toBeFocused()
  expect(await looksOf(item.first())).not.toBe(await looksOf(item.nth(1)))
})

test('tools of a cell hide nothing of its value, and the head is as wide as the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  // Among them are the longest emails.
  await open(page, `${list}?type=company&limit=25`)
  const emails = page.locator('tbody td').filter({ hasText: '@' })
  const count = await emails.count()
  for (let index = 0; index < count; index++) {
    await emails.nth(index).hover({ position: { x: 4, y: 14 } })
    await expect(emails.nth(index).getByRole('button', { name: 'Copy Email' })).toBeVisible()
  }
  const hidden = await emails.evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const tools = cell.querySelector('[data-tools]')
      if (!tools) return []
      const text = document.createRange()
      text.setStart(cell, 0)
      text.setEndBefore(tools)
      const [value, box, all] = [text, tools, cell].map((one) => one.getBoundingClientRect())
      if (!value || !box || !all) return ['no box']
      const isBeside = Math.min(value.right, all.right) <= box.left
      const isAbove = box.bottom <= value.top + 1
      return isBeside || isAbove ? [] : [cell.textContent]
    }),
  )
  expect(hidden).toEqual([])

  await page.setViewportSize({ width: 2560, height: 900 })
  const right = () => page.locator('thead tr > :last-child').evaluate((cell) => cell.getBoundingClientRect().right)
  await expect.poll(right).toBe(2560)
})

test('everything grows with the size of text that is set in the browser, and no date is cut', async ({ page }) => {
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(':root { font-size: 200% }')
    document.adoptedStyleSheets = [sheet]
  })
  await open(page, `${list}?limit=10`)
  const smallest = () =>
    page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const sizes: number[] = []
      while (texts.nextNode()) {
        const element = texts.currentNode.parentElement
        if (element?.checkVisibility() && texts.currentNode.textContent?.trim())
          sizes.push(Number.parseFloat(getComputedStyle(element).fontSize))
      }
      return Math.min(...sizes)
    })
  // The smallest text is that of a key, 11 px.
  await expect.poll(smallest).toBe(22)
  const cut = () =>
    page
      .locator('td:has(time)')
      .evaluateAll((cells) => cells.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length)
  await expect.poll(cut).toBe(0)
})

test('figures have one width in columns of figures alone', async ({ page }) => {
  await open(page, `${list}?search=nora.bjorgum`)
  const figuresOf = (locator: Locator) => locator.evaluate((element) => getComputedStyle(element).fontVariantNumeric)
  const cell = (text: string | RegExp) => page.locator('tbody tr').first().getByText(text, { exact: true }).first()
  expect(await figuresOf(cell('K-214907'))).toBe('normal')
  expect(await figuresOf(page.locator('tbody time').first())).toBe('tabular-nums')
  expect(await figuresOf(cell('+47 42 14 03 18'))).toBe('tabular-nums')
})

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })
  test('a time shows and copies its forms on focus and on hover, and Escape closes the card alone', async ({
    page,
  }) => {
    await open(page, `${list}?search=nora&record=${people.nora.customer_id}`)
    await page.locator('summary', { hasText: 'More about this record' }).press('Enter')
    const timeOf = (time: RegExp) => page.getByRole('dialog').getByRole('button', { name: time })
    const card = page.getByRole('dialog', { name: 'Time' })
    const created = timeOf(/^20 Nov 2026 15:58:12/)
    await created.focus()
    await expect(card).toBeVisible()
    await expectAccessible(page)
    for (let forms = 0; forms < 4; forms++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('2026-11-20T14:58:12.417Z')
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
    await expect(created).toBeFocused()
    await timeOf(/^20 Nov 2026 15:59:03/).hover()
    await expect(card).toContainText('2026-11-20T14:59:03')
  })
})

test('under 1180 px the shortcuts are in the menu of the person', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await open(page, `${list}?limit=10`)
  await page.getByRole('button', { name: /Ingrid Solberg/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Shortcuts' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('body')).not.toBeFocused()
})

test('a wrong URL within an account keeps the frame of the account', async ({ page, watch }) => {
  watch.expectOnConsole(/404/)
  for (const path of [`/${accounts.test}/nowhere`, `${list}/K-214907/orders`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
    await expect(page.getByRole('main').getByRole('link')).toHaveAttribute('href', `/${accounts.test}`)
  }
})

test('the raw text of a tombstone stands in line with the rest of it, in the drawer too', async ({ page }) => {
  await open(page, `${list}?include_deleted=true&limit=10&record=${people.tombstone.customer_id}`)
  const drawer = page.getByRole('dialog')
  const leftOf = async (name: string) => (await drawer.getByRole('heading', { name }).boundingBox())?.x
  await expect(drawer.getByRole('heading', { name: 'Raw' })).toBeVisible()
  expect(await leftOf('Raw')).toBe(await leftOf('What’s left'))
})

test.describe('to an auditor', () => {
  test.use({ role: 'auditor' })
  test('a row of the activity that is unfolded keeps its cells at the top, and its ids can be hit', async ({
    page,
    states,
  }) => {
    const agent = (await states('agent')).cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    await page.request.get(`/api/accounts/${accounts.test}/customers?limit=10`, { headers: { cookie: agent } })
    await open(page, `/${accounts.test}/activity`)
    const row = page
      .locator('tbody tr')
      .filter({ has: page.locator('summary') })
      .first()
    const top = async () => {
      const [time, all] = await Promise.all([row.locator('time').boundingBox(), row.boundingBox()])
      return Math.round((time?.y ?? 0) - (all?.y ?? 0))
    }
    const folded = await top()
    await row.locator('summary').press('Enter')
    await expect(row.locator('details')).toHaveAttribute('open')
    expect(await top()).toBeLessThanOrEqual(folded + 1)
    expect(await findSmallTargets(page, 24)).toEqual([])
  })
})

test('on a phone the name of a record is not cut off, with the steps through its list beside it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { customer_id } = people.nameLong
  await open(page, `${list}?search=${customer_id}&record=${customer_id}`)
  const name = page.getByRole('heading', { name: people.nameLong.first_name })
  const isWhole = () =>
    name.evaluate((heading) => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = heading
      return scrollWidth <= clientWidth && scrollHeight <= clientHeight
    })
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Next record' })).toBeVisible()
  expect(await isWhole()).toBe(true)
  await page.getByRole('link', { name: 'Open as a page' }).click()
  await expect(page).toHaveURL(new RegExp(`/${customer_id}$`))
  await expect(page.getByRole('button', { name: 'Next record' })).toBeVisible()
  expect(await isWhole()).toBe(true)
})

test.describe('a browser in Norwegian', () => {
  test.use({ locale: 'nb-NO', role: null })
  test('cuts nothing off the sign-in at 390 px', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, '/sign-in')
    const cut = await page
      .locator('ul button span')
      .evaluateAll((all) =>
        all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent),
      )
    expect(cut).toEqual([])
    const names = page.locator('ul button > span:first-of-type > span:first-child')
    const lefts = await names.evaluateAll((all) => all.map((name) => Math.round(name.getBoundingClientRect().left)))
    expect(new Set(lefts).size).toBe(1)
  })
})
