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
  })
})

test('the language can be changed, and the choice is stored', async ({ page }) => {
  await open(page, list)
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  await page.getByRole('menuitemradio', { name: 'Norsk bokmål' }).click()
  await expect(page.getByRole('columnheader', { name: 'Navn' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Navn' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
})

test('the theme can be changed, and is in the first HTML of the next page', async ({ page }) => {
  await open(page, list)
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect.poll(background).not.toBe(light)
  const html = await (await page.request.get(list)).text()
  expect(html).toContain('data-theme="dark"')
  const dark = await background()
  await page.reload()
  expect(await background()).toBe(dark)
})

for (const [timezoneId, date, zone] of [
  ['Europe/Oslo', '20 Nov 2026', /^Times in (CET|CEST), Oslo$/],
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
