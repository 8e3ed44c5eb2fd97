import type { Locator } from '@playwright/test'
import { en } from '../../../lib/messages/en'
import { nb } from '../../../lib/messages/nb'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, open, test } from '../../fixtures'

/** What has room beside what. Each was a fault that the pictures of all screens showed, and that no other test had seen. */

const list = `/${accounts.test}/customers`
const record = `${list}?search=nora&record=${people.nora.customer_id}`

/** In how many lines the visible ones of some controls stand. */
const linesOf = (controls: Locator) =>
  controls.evaluateAll((all) => {
    const boxes = all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
    return new Set(boxes.map(({ y, height }) => Math.round(y + height / 2))).size
  })

for (const [locale, t] of [
  ['en-GB', en],
  ['nb-NO', nb],
] as const)
  test.describe(locale, () => {
    test.use({ locale })

    test('a record opens beside the phones of the list', async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await open(page, record)
      const phones = page.locator('tbody td').filter({ hasText: /^\+47/ })
      await expect(phones.first()).toBeVisible()
      const rightEdge = await phones.evaluateAll((cells) =>
        Math.max(
          ...cells.flatMap((cell) => {
            const text = document.createRange()
            if (cell.firstChild) text.selectNode(cell.firstChild)
            return text.getBoundingClientRect().right
          }),
        ),
      )
      const drawer = await page.getByRole('dialog').boundingBox()
      expect(rightEdge).toBeLessThanOrEqual(drawer?.x ?? 0)
    })

    test('two filters and the way to clear them share a line at 1024 px', async ({ page }) => {
      await page.setViewportSize({ width: 1024, height: 768 })
      await open(page, `${list}?search=nor&type=any&include_deleted=true`)
      await expect(page.getByRole('status').filter({ hasText: /^\d+ (customers|kunder)$/ })).toBeVisible()
      const bar = page.getByRole('group', { name: t.filters.label })
      await expect(bar.getByRole('button', { name: t.filters.clear, exact: true })).toBeVisible()
      await expect.poll(() => linesOf(bar.getByRole('button'))).toBe(1)
    })

    test('each purchase has one line', async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await open(page, `${list}/${people.nora.customer_id}?section=purchases`)
      const purchases = page.locator('[data-section=purchases] tr:has(button[aria-expanded])')
      await expect(purchases).toHaveCount(2)
      const heights = await purchases.evaluateAll((rows) => rows.map(({ clientHeight }) => clientHeight))
      // A line of text is 20 px high.
      expect(Math.max(...heights)).toBeLessThan(2 * 20)
    })

    for (const width of [390, 320])
      test(`the tools of a record share a line at ${width} px, within the frame of the account`, async ({ page }) => {
        await page.setViewportSize({ width, height: 844 })
        await open(page, record)
        const drawer = page.getByRole('dialog')
        await expect(drawer.getByRole('button', { name: t.record.close })).toBeVisible()
        await expect.poll(() => linesOf(drawer.locator(':scope > :first-child').locator('button, a'))).toBe(1)
        await expect(page.locator('.account-frame')).toBeVisible()
      })

    test('a dialog has the whole height of the screen at a zoom of 400 %', async ({ page }) => {
      const screen = { width: 360, height: 225 }
      await page.setViewportSize(screen)
      await open(page, list)
      const dialog = page.getByRole('dialog')
      const heightOfDialog = async () => (await dialog.boundingBox())?.height ?? 0
      for (const key of ['?', 'Control+k']) {
        await page.keyboard.press(key)
        await expect(dialog).toBeVisible()
        await expect.poll(heightOfDialog).toBeGreaterThan(0.8 * screen.height)
        await page.keyboard.press('Escape')
        await expect(dialog).toBeHidden()
      }
    })
  })
