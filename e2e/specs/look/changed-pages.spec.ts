import { randomUUID } from 'node:crypto'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, open, searchBox, shownIds, test, whole } from '../../fixtures'
import { sandbox } from '../../sandbox'
import { signInSession } from '../../sessions'
import { translate, translated } from '../../translate'

const list = `/${accounts.test}/customers`

/** The document differs from what React has rendered. The fixture fails a test whose page throws. */
test.describe('a browser that translates the page', () => {
  // A person of their own, who changes the language and signs out.
  test.use({ role: null })

  test('keeps it alive and up to date: search, record, pages, filters, language, sign-out', async ({
    page,
    context,
  }) => {
    await signInSession(context, { email: `${randomUUID()}@example.com`, name: 'Ingrid Solberg', role: 'agent' })
    await open(page, list)
    await whole(page)
    await translate(page)
    await expect(page.getByText(`Customer ID${translated}`)).toBeVisible()
    const customers = page.getByRole('table').first()

    await searchBox(page).fill('nora')
    await searchBox(page).press('Enter')
    const found = await sandbox.list({ search: 'nora' })
    await expect.poll(() => shownIds(page)).toEqual(found.rows.map(({ customer_id }) => customer_id))
    await page.keyboard.press('Escape')
    await expect(page.getByText(/ ID or email·$/)).toBeVisible()
    // Names, emails and ids are those of the customer, whatever the language of the page.
    const nora = customers.getByRole('row').filter({ hasText: 'K-214907' })
    await expect(nora.getByRole('link')).toHaveText('Nora Bjørgum')
    await expect(nora.getByText(people.nora.email, { exact: true })).toBeVisible()
    await expect(nora.getByRole('cell', { name: `Customer${translated}` })).toBeVisible()

    await nora.getByRole('link').click()
    const record = page.getByRole('dialog')
    await expect(record.getByText('Gullmedlem')).toBeVisible()
    await expect(record.getByRole('heading', { name: `Consent${translated}` })).toBeVisible()
    await page.keyboard.press('j')
    await expect(page).toHaveURL((url) => url.searchParams.get('record') === found.rows[1]?.customer_id)
    await expect(record.getByText(`2 of ${found.rows.length}${translated}`)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(record).toBeHidden()

    await page.getByRole('button', { name: 'Clear search' }).click()
    await expect(page.getByText(/^1–25 ?·?$/)).toBeVisible()
    const pager = page.getByRole('navigation', { name: 'Pages' })
    for (const [button, shown] of [
      [/^Next/, /^26–50/],
      [/^Next/, /^51–75/],
      [/^Previous/, /^26–50/],
    ] as const) {
      await pager.getByRole('button', { name: button }).click()
      await expect(pager.getByText(shown)).toBeVisible()
    }

    await page.keyboard.press('d')
    await page.getByRole('menuitemradio', { name: 'Only' }).click()
    await expect(page.locator('tr[data-gone]').first()).toBeVisible()
    await page.getByRole('button', { name: 'Remove Deleted' }).click()
    await expect(page.getByText(/^1–25/)).toBeVisible()
    await searchBox(page).fill('zzzzzz')
    await searchBox(page).press('Enter')
    await expect(page.getByRole('heading', { name: /No match/ })).toBeVisible()
    await searchBox(page).fill('kari')
    await searchBox(page).press('Enter')
    await expect(page.locator('tr[data-customer]').first()).toBeVisible()

    await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    await page.getByRole('dialog', { name: 'Settings' }).getByText('Norsk bokmål').click()
    // Another language is another document.
    await page.locator('html[lang=nb][data-whole]').waitFor({ state: 'attached' })
    await expect(page.getByText('Kunde-id')).toBeVisible()
    await expect(page.getByText('Customer ID')).toBeHidden()
    await translate(page)
    await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
    await page.getByRole('menuitem', { name: /Logg ut/ }).click()
    await expect(page).toHaveURL(/sign-in/)
  })
})

test('what extensions put into the document before React does leaves the page whole', async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return
      observer.disconnect()
      // As Dark Reader, Grammarly and password managers do.
      document.documentElement.dataset.darkreaderScheme = 'dark'
      document.documentElement.style.setProperty('--darkreader-neutral-background', '#111')
      document.body.dataset.grExtInstalled = ''
      document.body.style.setProperty('color-scheme', 'dark')
      document.body.prepend(document.createElement('grammarly-desktop-integration'))
      addEventListener('DOMContentLoaded', () => document.body.append(document.createElement('com-1password-button')))
    }).observe(document, { childList: true, subtree: true })
  })
  await open(page, list)
  await searchBox(page).fill('nora')
  await searchBox(page).press('Enter')
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
  await expect(page.getByRole('dialog').getByText('Gullmedlem')).toBeVisible()
  await expect(page.locator('grammarly-desktop-integration')).toBeAttached()
  // A phone leaves numbers, dates and addresses as they are.
  const detected = page.locator('meta[name=format-detection]')
  await expect(detected).toHaveAttribute('content', 'telephone=no, date=no, address=no, email=no, url=no')
})
