import { en } from '../../../lib/messages/en'
import { nb } from '../../../lib/messages/nb'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, open, searchBox, test } from '../../fixtures'

const list = `/${accounts.test}/customers`

test.describe('a browser in Norwegian', () => {
  test.use({ locale: 'nb-NO' })
  test('gets Norwegian already in the first HTML', async ({ page, request }) => {
    const html = await (await request.get(list, { headers: { 'accept-language': 'nb-NO,nb;q=0.9' } })).text()
    expect(html).toContain('lang="nb"')
    expect(html).toContain('Kunde-id')
    await open(page, list)
    await expect(page.getByRole('columnheader', { name: 'Navn' })).toBeVisible()
    await expect(searchBox(page)).toBeVisible()
    await expect(page.getByText(/20\. nov\. 2026/).first()).toBeVisible()
    await expect(page.getByText(/^1–25 av 4[\u00A0 ]\d{3}$/)).toBeVisible()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toContainText('Neste rad')
    await page.keyboard.press('Escape')
    await open(page, `${list}?email=nora`)
    await expect(page.getByText('email=nora: må være én hel e-postadresse')).toBeVisible()
  })

  test('completes and names operators in Norwegian', async ({ page }) => {
    await open(page, list)
    const options = page.getByRole('listbox').getByRole('option')
    await page.keyboard.press('/')
    await page.keyboard.type('nord type:be')
    await expect(options).toHaveText(['bedrift'])
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/search=nord&type=company/)
    await page.getByRole('button', { name: 'Tøm søket' }).click()
    const examples = page.getByRole('group', { name: 'Eksempler' }).getByRole('option')
    await expect(examples.first()).toContainText('nord type:bedrift')
    await page.keyboard.type('farge:rød')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'farge: er ikke et søkefilter. Bruk' })).toContainText(
      'merke:',
    )
  })
})

/** The days of all months as the table writes them, each with two digits. */
const daysIn = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(2026, month, 28)))
}

/** What is wider than its column, of what the table shows in these columns and of these texts in place of its dates. */
function findCut(table: Element, { heads, days }: { heads: string[]; days: string[] }): (string | null)[] {
  const [head, ...rows] = [...table.querySelectorAll('tr')]
  const measured = [...(head?.cells ?? [])].flatMap((cell, index) => {
    const cells = heads.includes(cell.textContent) ? rows.flatMap((row) => row.cells[index] ?? []) : []
    const [first] = cells
    if (!first) return []
    const { font, letterSpacing, fontVariantNumeric, paddingLeft, paddingRight } = getComputedStyle(first)
    const room = first.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    // One box for each content, as wide as it is where nothing bounds it.
    const contents = new Set(cells.map(({ innerHTML }) => innerHTML))
    if (cells.some((cell) => cell.querySelector('time'))) for (const day of days) contents.add(day)
    return [...contents].map((content) => {
      const box = document.createElement('div')
      box.innerHTML = content
      Object.assign(box.style, { font, letterSpacing, fontVariantNumeric, position: 'fixed', whiteSpace: 'nowrap' })
      return { box, room }
    })
  })
  document.body.append(...measured.map(({ box }) => box))
  const cut = measured.filter(({ box, room }) => box.getBoundingClientRect().width > room)
  return cut.map(({ box }) => box.textContent)
}

for (const [locale, { table }] of [
  ['en-GB', en],
  ['nb-NO', nb],
] as const)
  test.describe(locale, () => {
    test.use({ locale })
    test('has room for every phone, date and consent', async ({ page }) => {
      // The columns do not become narrower than this: the table scrolls to the side.
      await page.setViewportSize({ width: 1280, height: 900 })
      await open(page, `${list}?type=any&include_deleted=true&limit=100`)
      const heads = [table.phone, table.consent, table.created, table.updated, table.deleted]
      const cut = await page.locator('table').evaluate(findCut, { heads, days: daysIn(locale) })
      expect(cut).toEqual([])
    })
  })

for (const [timezoneId, date, zone] of [
  ['Europe/Oslo', '20 Nov 2026', /^Time zone: (CET|CEST), Oslo$/],
  ['Pacific/Auckland', '21 Nov 2026', /Auckland$/],
] as const)
  test.describe(timezoneId, () => {
    test.use({ timezoneId })
    test('is the time zone of all times, and its name is shown', async ({ page }) => {
      await open(page, `${list}?search=nora.bjorgum`)
      // Created at 14:58 UTC.
      await expect(page.getByRole('cell', { name: date }).first()).toBeVisible()
      await expect(page.getByText(zone)).toBeVisible()
    })
  })
