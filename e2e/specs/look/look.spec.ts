import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessibleInBoth, open, searchBox, test } from '../../fixtures'
import { expectLook } from '../../screens/expect-look'

const list = `/${accounts.test}/customers`
const production = `/${accounts.production}/customers`
/** States that are not among the screens of `e2e/screens`, whose look is checked by `e2e/nightly/screens.spec.ts`. */
const further = {
  'a drawer of a tombstone': `${list}?limit=10&include_deleted=true&record=${people.tombstone.customer_id}`,
  'a stale cursor': `${list}?starting_after=00000000-0000-4000-8000-000000000000`,
}
const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

for (const [name, path] of Object.entries(further))
  test(`axe and widths: ${name}`, async ({ page }) => {
    await open(page, path)
    if (path.includes('record=')) await expect(page.getByRole('dialog')).toBeVisible()
    await expectLook(page)
  })

test.describe('to an auditor', () => {
  test.use({ role: 'auditor' })
  test('axe and widths: activity with filters', async ({ page }) => {
    await open(page, `/${accounts.test}/activity?kind=open&from=2026-01-01T00:00:00Z`)
    await expectLook(page)
  })
})

test('axe and widths: a drawer of nobody', async ({ page, watch }) => {
  watch.expectOnConsole(/404/)
  await open(page, `${list}?search=nora&record=K-999102`)
  await expect(page.getByRole('heading', { name: /No customer with ID/ })).toBeVisible()
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
      // A menu that scrolls is reached by its items, one of which gets the focus.
      await expect(page.getByRole('menu').locator(':focus')).toBeVisible()
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
