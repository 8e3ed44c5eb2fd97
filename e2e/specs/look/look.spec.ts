import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessibleInBoth, open, searchBox, test } from '../../fixtures'

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

/** Checks a screen in both themes, wide and narrow, for accessibility and for horizontal overflow. */
async function expectLook(page: Page): Promise<void> {
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport)
    await expectAccessibleInBoth(page)
  }
  const size = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])
  for (const width of [360, 390, 720, 721, 1024, 1440, 2560]) {
    await page.setViewportSize({ width, height: 800 })
    // The parts of an account's screens scroll, and the page around them never does.
    const hasFrame = await page.getByRole('banner').isVisible()
    await expect.poll(size).toEqual([width, hasFrame ? 800 : expect.any(Number)])
  }
  // 400 % of 1280×1024 (WCAG 1.4.10): nothing is cut off at the side, and no part scrolls by itself within the page.
  await page.setViewportSize({ width: 320, height: 256 })
  await expect.poll(size).toEqual([320, expect.any(Number)])
  expect(await page.evaluate(findInnerScrollers)).toEqual([])
}

/** What scrolls up and down within the page. An open record is a page of its own above the list. */
function findInnerScrollers(): string[] {
  const isScroller = (element: Element) =>
    element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY)
  return [...document.querySelectorAll('body *:not([role=dialog])')]
    .filter(isScroller)
    .map(({ className }) => className)
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
    const what = path.includes('K-999102') ? /No customer with ID/ : /Page not found/
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

for (const [width, height] of [
  [320, 256],
  [1280, 400],
] as const)
  test(`rows can be read at ${width}×${height}, where the page scrolls and no bar stays`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await open(page, list)
    const last = page.getByRole('row').last()
    await last.scrollIntoViewIfNeeded()
    // A wide table scrolls to the side.
    await expect(last.getByRole('cell').first()).toBeInViewport({ ratio: 1 })
    for (const bar of [page.getByRole('banner'), searchBox(page), page.getByRole('columnheader', { name: 'Name' })])
      await expect(bar).not.toBeInViewport()
    // The record covers the screen, and its sections are reached by their links.
    await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('Gullmedlem')).toBeAttached()
    await dialog.getByRole('link', { name: /^Consent/ }).click()
    await expect(dialog.getByRole('heading', { name: 'Consent' })).toBeInViewport()
    await expect(dialog.getByRole('heading', { name: /Nora/ })).not.toBeInViewport()
    await page.keyboard.press('End')
    await expect(dialog.getByRole('heading', { name: 'Consent' })).not.toBeInViewport()
  })

test('25 compact rows fit 1440×900 without scrolling', async ({ page }) => {
  await open(page, production)
  await expect(page.locator('tbody tr').last()).toBeInViewport({ ratio: 1 })
})
