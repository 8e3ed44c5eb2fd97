import { accounts, people } from '../lib/sandbox/seed'
import { expect, expectAccessible, open, test } from './fixtures'

const list = `/${accounts.test}/customers`
const production = `/${accounts.production}/customers`
const screens: Record<string, string> = {
  list: production,
  'list of a test account, searched': `${list}?search=nor&type=any&include_deleted=true`,
  'no match': `${production}?search=zzzzzz`,
  'no customers at all': `/${accounts.empty}/customers`,
  'left out of the address': `${production}?limit=0&colour=red`,
  'a drawer': `${list}?record=${people.nora.customer_id}`,
  'a drawer of a tombstone': `${list}?include_deleted=true&record=${people.tombstone.customer_id}`,
  'a record': `${list}/${people.nordvik.customer_id}`,
  'a tombstone': `${list}/${people.tombstone.customer_id}`,
  'a stale cursor': `${list}?starting_after=00000000-0000-4000-8000-000000000000`,
}
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } }

for (const [size, viewport] of Object.entries(sizes))
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [name, path] of Object.entries(screens))
      test(`axe: ${name}, ${size}, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize(viewport)
        await open(page, path)
        if (path.includes('record=')) await expect(page.getByRole('dialog')).toBeVisible()
        await expectAccessible(page)
      })

test.describe('to nobody and to an auditor', () => {
  test.use({ role: 'auditor' })
  test('axe: not allowed', async ({ page }) => {
    await open(page, list)
    await expectAccessible(page)
  })

  test('axe: sign-in', async ({ browser, baseURL }) => {
    for (const [, viewport] of Object.entries(sizes)) {
      const context = await browser.newContext({ baseURL, viewport })
      const page = await context.newPage()
      await open(page, '/sign-in')
      await expectAccessible(page)
      await context.close()
    }
  })
})

test('axe: never existed, and no such page', async ({ page, watch }) => {
  watch.expectOnConsole(/404/)
  for (const path of [`${list}/K-999102`, '/nowhere']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

for (const [what, key] of Object.entries({
  'the type menu': 'f',
  'the tag menu': 't',
  'the accounts': 's',
  'the keys': '?',
}))
  test(`axe: ${what} open`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open(page, list)
    await page.keyboard.press(key)
    await expect(page.getByRole(key === '?' ? 'dialog' : 'menu')).toBeVisible()
    await expectAccessible(page)
  })

for (const width of [360, 390, 720, 721, 1024, 1440, 2560])
  test(`nothing overflows at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const path of [`${list}?search=nor&type=any`, `${list}/${people.nordvik.customer_id}`]) {
      await open(page, path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  })

test('25 compact rows fit 1440×900 without scrolling', async ({ page }) => {
  await open(page, production)
  await expect(page.locator('tbody tr').last()).toBeInViewport({ ratio: 1 })
})

test('whatever takes the focus shows it', async ({ page }) => {
  await open(page, production)
  for (let press = 0; press < 25; press += 1) {
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return 'none'
      const shown = focused.matches('input[type=radio]') ? focused.closest('label') : focused
      return shown ? getComputedStyle(shown).outlineStyle : 'none'
    })
    expect(outline).not.toBe('none')
  }
})

test('the density is kept', async ({ page }) => {
  await open(page, production)
  const height = () =>
    page
      .locator('tbody tr')
      .first()
      .evaluate((row) => row.getBoundingClientRect().height)
  expect(Math.round(await height())).toBe(28)
  await page.getByRole('radio', { name: 'Roomy' }).check({ force: true })
  expect(Math.round(await height())).toBe(40)
  await page.reload()
  expect(Math.round(await height())).toBe(40)
})
