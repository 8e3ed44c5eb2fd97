import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, test } from '../../fixtures'

const list = `/${accounts.test}/customers`
const production = `/${accounts.production}/customers`
const screens = {
  list: `${production}?limit=10`,
  'list of a test account, searched': `${list}?search=nor&type=any&include_deleted=true&limit=10`,
  'no match': `${production}?search=zzzzzz`,
  'no customers at all': `/${accounts.empty}/customers`,
  'left out of the address': `${production}?limit=0&colour=red&search=kari`,
  'a drawer': `${list}?search=nora&record=${people.nora.customer_id}`,
  'a drawer of a tombstone': `${list}?limit=10&include_deleted=true&record=${people.tombstone.customer_id}`,
  'a record': `${list}/${people.nordvik.customer_id}`,
  'a record with a long name': `${list}/${people.nameLong.customer_id}`,
  'a tombstone': `${list}/${people.tombstone.customer_id}`,
  'a stale cursor': `${list}?starting_after=00000000-0000-4000-8000-000000000000`,
}
const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

/** Light and dark differ only in colours. */
async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectAccessible(page, 'color-contrast')
}

/** Checks a screen in both themes, wide and narrow, for accessibility and for horizontal overflow. */
async function expectLook(page: Page): Promise<void> {
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport)
    await expectAccessibleInBoth(page)
  }
  for (const width of [360, 390, 720, 721, 1024, 1440, 2560]) {
    await page.setViewportSize({ width, height: 800 })
    const widths = () => page.evaluate(() => [innerWidth, document.documentElement.scrollWidth])
    await expect.poll(widths).toEqual([width, width])
  }
}

for (const [name, path] of Object.entries(screens))
  test(`axe and widths: ${name}`, async ({ page }) => {
    await open(page, path)
    if (path.includes('record=')) await expect(page.getByRole('dialog')).toBeVisible()
    await expectLook(page)
  })

test.describe('to an auditor', () => {
  test.use({ role: 'auditor' })
  test('axe and widths: not allowed', async ({ page }) => {
    await open(page, list)
    await expectLook(page)
  })
  for (const query of ['', '?kind=open&from=2026-01-01T00:00:00Z', '?person=nobody@example.no&colour=red'])
    test(`axe and widths: activity ${query}`, async ({ page }) => {
      await open(page, `/${accounts.test}/activity${query}`)
      await expectLook(page)
    })
})

test.describe('to nobody', () => {
  test.use({ role: null })
  test('axe and widths: sign-in', async ({ page }) => {
    await open(page, '/sign-in')
    await expectLook(page)
  })
})

for (const path of [`${list}/K-999102`, '/nowhere', `${list}?search=nora&record=K-999102`])
  test(`axe and widths: nothing at ${path}`, async ({ page, watch }) => {
    watch.expectOnConsole(/404/)
    await page.goto(path)
    const what = path.includes('K-999102') ? /No record with the id/ : /There is no such page/
    await expect(page.getByRole('heading', { name: what })).toBeVisible()
    await expectLook(page)
  })

for (const [size, viewport] of Object.entries({ wide, narrow }))
  test(`axe: menus and keys open, ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    // Without rows, so that the menus alone take the time.
    await open(page, `${production}?search=zzzzzz`)
    const menus = viewport === wide ? [/^Type/, /^Tag/, /Nordlys Sport/, /^Ingrid/] : [/^Filter/, /^Ingrid/]
    for (const name of menus) {
      await page.getByRole('button', { name }).first().click()
      await expect(page.getByRole('menu')).toBeVisible()
      await expectAccessibleInBoth(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
    }
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await expectAccessibleInBoth(page)
  })

test('25 compact rows fit 1440×900 without scrolling', async ({ page }) => {
  await open(page, production)
  await expect(page.locator('tbody tr').last()).toBeInViewport({ ratio: 1 })
})

for (const [name, path] of Object.entries({
  list: `${production}?search=kari&type=customer&limit=10`,
  'a page opened by its cursor': `${production}?starting_after=x`,
  'a drawer': screens['a drawer'],
  'a record': screens['a record'],
}))
  test(`every focused element shows its focus: ${name}`, async ({ page }) => {
    await open(page, path)
    // From here on the browser treats every focus as keyboard focus.
    await page.keyboard.press('Tab')
    const { seen, unmarked } = await page.evaluate(() => {
      const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, [tabindex="0"]')
      const marks = [...all].map((element) => {
        element.focus()
        if (document.activeElement !== element) return null
        const shown = element.matches('input[type=radio], input[type=checkbox]') ? element.closest('label') : element
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown ?? element)
        const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor)
        return { what: `${element.tagName} ${element.ariaLabel ?? element.textContent}`, isMarked }
      })
      const taken = marks.filter((mark) => mark !== null)
      return { seen: taken.length, unmarked: taken.filter(({ isMarked }) => !isMarked).map(({ what }) => what) }
    })
    expect(seen).toBeGreaterThan(5)
    expect(unmarked).toEqual([])
  })

test('the density is stored', async ({ page }) => {
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
