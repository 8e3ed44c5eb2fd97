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

/** What changes the list or the page, which nobody can press on paper. A filter that is set is a fact, and so is a time. */
const deadControls = (page: Page) =>
  page.locator('button:not([data-fact]):visible, select:visible').filter({ hasNot: page.locator('time, b') })

/** Telephone numbers that are broken into lines, which are read aloud in one breath. */
const brokenPhones = (page: Page) =>
  page
    .locator('tbody td')
    .filter({ hasText: /^\+47/ })
    .evaluateAll((cells) => {
      const isBroken = (cell: Element) => {
        const text = document.createRange()
        text.selectNodeContents(cell)
        return new Set([...text.getClientRects()].map(({ bottom }) => Math.round(bottom))).size > 1
      }
      return cells.filter(isBroken).map(({ textContent }) => textContent)
    })

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
        await expect(deadControls(page)).toHaveCount(0)
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

test('a printed list breaks no phone, whichever way the sheet is turned', async ({ page }) => {
  await open(page, list)
  await page.emulateMedia({ media: 'print' })
  for (const sheet of sheets) {
    await page.setViewportSize(sheet)
    expect(await brokenPhones(page)).toEqual([])
  }
})

test('a list that can be sorted prints the heads of its columns', async ({ page }) => {
  await open(page, `/${accounts.test}/customers?search=nora`)
  await expect(page.getByText(/^Load all/)).toBeVisible()
  await page.keyboard.press('w')
  const head = page.getByRole('columnheader', { name: 'Name' })
  await expect(head.getByRole('button')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(head.getByText('Name')).toBeVisible()
})

test('what floats over a list is not printed', async ({ page }) => {
  const floats = [
    ['f', page.getByRole('menu')],
    ['v', page.getByRole('dialog', { name: 'Views' })],
    ['?', page.getByRole('dialog', { name: 'Keyboard shortcuts' })],
  ] as const
  for (const [key, float] of floats) {
    await open(page, list)
    await page.keyboard.press(key)
    await expect(float).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(float).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  }
})
