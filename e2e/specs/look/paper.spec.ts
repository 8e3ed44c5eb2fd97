import type { Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, open, test } from '../../fixtures'

const list = `/${accounts.test}/customers?search=nor&limit=10`

test('rows that are copied or searched as text say yes, no and never asked', async ({ page }) => {
  await open(page, list)
  const copied = await page.evaluate(() => {
    const rows = document.querySelector('tbody')
    if (rows) getSelection()?.selectAllChildren(rows)
    return String(getSelection())
  })
  for (const answer of ['yes', 'no', 'never asked']) expect(copied).toMatch(new RegExp(`(SMS|Email): ${answer}\\b`))
  // The search of the browser begins after what is selected.
  const isFound = await page.evaluate(() => {
    getSelection()?.removeAllRanges()
    return 'find' in window && typeof window.find === 'function' && window.find('never asked')
  })
  expect(isFound).toBe(true)
})

/** What lies beyond the edge of the sheet, or is cut off within its cell. */
const lostTexts = (page: Page) =>
  page.evaluate(() => {
    const isCut = (element: Element) =>
      getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1
    return [...document.querySelectorAll('th, td, td *')]
      .filter((element) => !element.closest('svg, button') && element.getClientRects().length > 0)
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || isCut(element))
      .map((element) => `${element.tagName} ${element.textContent}`)
  })

/** Facts of the rows that a press does something with, and that are not on the sheet. */
const lostFacts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('tbody time, tbody [data-fact] span')]
      .filter((element) => element.getClientRects().length === 0)
      .map((element) => element.textContent),
  )

/** A4 at 96 px an inch, within margins of 10 mm. */
const sheets = [
  { width: 1047, height: 718 },
  { width: 718, height: 1047 },
]

test.describe('to somebody who may read the activity', () => {
  test.use({ role: 'admin' })
  test('a printed list has all its columns and rows, whichever way the sheet is turned', async ({ page }) => {
    for (const [path, columns] of [
      [list, 11],
      [`/${accounts.test}/activity`, 8],
      [`/${accounts.test}/sessions`, 4],
    ] as const) {
      await open(page, path)
      await page.emulateMedia({ media: 'print' })
      for (const sheet of sheets) {
        await page.setViewportSize(sheet)
        await expect(page.locator('thead th:visible')).toHaveCount(columns)
        expect(await lostFacts(page)).toEqual([])
        expect(await lostTexts(page)).toEqual([])
        // Nothing scrolls on paper: the whole table is in the flow.
        const hiddenHeight = await page.evaluate(() => {
          const table = document.querySelector('table')
          return (table?.offsetHeight ?? 0) - (table?.parentElement?.clientHeight ?? 0)
        })
        expect(hiddenHeight).toBeLessThanOrEqual(0)
      }
      await page.emulateMedia({ media: 'screen' })
    }
  })
})
