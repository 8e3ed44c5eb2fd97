import { accounts } from '../../lib/sandbox/seed/seed'
import { expect, open, test } from '../fixtures'
import type { Row } from '../sandbox'
import { amounts } from './amounts'
import { strangest } from './strangest'

const count = amounts.strangest
/** Each part is a test, so that the workers share many. */
const parts = Math.ceil(count / 75)

let found: Promise<Row[]> | undefined

for (let part = 0; part < parts; part++)
  test(`the strangest customers open without an error, part ${part + 1} of ${parts}`, async ({ page }) => {
    test.setTimeout(45_000 + count * 2_000)
    found ??= strangest(count)
    const mine = (await found).filter((_, at) => at % parts === part)
    expect(mine.length).toBe(Math.ceil((count - part) / parts))
    for (const { customer_id, deleted_at } of mine) {
      // No URL can hold these two ids.
      if (customer_id === '.' || customer_id === '..') continue
      await test.step(customer_id, async () => {
        await open(page, `/${accounts.test}/customers/${encodeURIComponent(customer_id)}`)
        const first = deleted_at ? 'What’s left' : 'Overview'
        await expect(page.getByRole('heading', { name: first, exact: true })).toBeVisible()
        if (!deleted_at) await expect(page.getByRole('region', { name: /^Tags/ }).getByRole('status')).toHaveCount(0)
        await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
        await expect(page.locator('a[href^="javascript:"], a[href^="data:"]')).toHaveCount(0)
      })
    }
  })
