import { randomUUID } from 'node:crypto'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { countEvents, eventRow, eventRows, openCustomerAsAgent } from '../../activity-rows'
import { expect, open, searchBox, test } from '../../fixtures'
import { signInSession } from '../../sessions'

const list = `/${accounts.test}/customers`
const activity = `/${accounts.test}/activity`
const nora = people.nora.customer_id

test.describe('an agent looks', () => {
  test.use({ role: 'agent' })

  test('and an admin sees the person, the action and the customer', async ({ page, browser, states, baseURL }) => {
    // A person of its own: other tests look at the same customer.
    const email = `${randomUUID()}@example.com`
    await page.context().clearCookies()
    await signInSession(page.context(), { email, name: 'Ingrid Solberg', role: 'agent' })
    await open(page, list)
    await searchBox(page).fill('nora')
    await searchBox(page).press('Enter')
    await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
    await expect(page.getByText('Gullmedlem')).toBeVisible()
    // Each section that is read has an event, and the activity is opened once they are there.
    await expect.poll(() => countEvents('section', email)).toBeGreaterThanOrEqual(3)

    const context = await browser.newContext({ baseURL, storageState: await states('admin') })
    const admin = await context.newPage()
    await open(admin, `${activity}?person=${email}&customer=${nora}`)
    const opened = eventRow(admin, /Opened/)
    await expect(opened).toContainText('Ingrid Solberg')
    await expect(opened).toContainText('Agent')
    await expect(opened.getByRole('link', { name: nora })).toHaveAttribute('href', `${list}/${nora}`)
    // The sections stand with the record, and each of them below it once it is unfolded.
    const sections = opened.getByRole('button', { name: /sections?$/ })
    await expect(sections).toBeVisible()
    const count = Number(/^\d+/.exec((await sections.textContent()) ?? ''))
    expect(count).toBeGreaterThanOrEqual(3)
    const read = eventRows(admin).filter({ hasText: 'section:' })
    await expect(read).toHaveCount(0)
    await sections.press('Enter')
    await expect(read).toHaveCount(count)
    await expect(sections).toBeFocused()
    await expect(sections).toHaveAttribute('aria-expanded', 'true')
    await admin.keyboard.press('Enter')
    await expect(read).toHaveCount(0)
    const searched = eventRow(admin, /Searched.*search [0-9a-f]{16}/)
    await expect(searched).toContainText('Ingrid Solberg')
    await expect(searched).not.toContainText('nora')
    const several = eventRows(admin)
      .filter({ hasText: /\d+ customers/ })
      .first()
    await several.getByText(/\d+ customers/).click()
    await expect(several.getByRole('link').first()).toBeVisible()
    await context.close()
  })

  test('and sees no activity: no page, no link and no section of a record', async ({ page }) => {
    await open(page, `${list}/${nora}`)
    await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Activity' })).toHaveCount(0)
    await open(page, activity)
    await expect(page.getByRole('heading', { name: 'You don’t have access to activity in this account' })).toBeVisible()
    await page.getByRole('link', { name: /Go to customers/ }).click()
    await expect(page).toHaveURL(new RegExp(`${list}$`))
  })
})

test.describe('an auditor', () => {
  test.use({ role: 'auditor' })

  test('starts on the activity page, and has no link to customers', async ({ page }) => {
    await open(page, '/')
    await expect(page).toHaveURL(/\/activity$/)
    await expect(page.getByRole('link', { name: 'Activity', exact: true })).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('link', { name: 'Customers' })).toHaveCount(0)
    await open(page, `${activity}?customer=${nora}`)
    await expect(page.locator('main a[href*="/customers"]')).toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await expect(page).toHaveURL(new RegExp(activity))
    await open(page, list)
    await page.getByRole('link', { name: /Go to activity/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
  })

  test('also appears in the audit log, for the page and for its filters', async ({ page }) => {
    const before = await countEvents('activity', 'auditor@example.com')
    await open(page, activity)
    expect(await countEvents('activity', 'auditor@example.com')).toBeGreaterThan(before)
    await open(page, `${activity}?kind=activity`)
    await expect(eventRow(page, /Viewed activity/)).toContainText('Solveig Åsen')
  })
})

test.describe('an admin', () => {
  test.use({ role: 'admin' })

  test('sees in a record who has viewed it, when that section comes into view', async ({ page, states }) => {
    const requestedUrls: string[] = []
    page.on('request', (sent) => sent.url().includes('/activity?') && requestedUrls.push(sent.url()))
    const of = await openCustomerAsAgent(states, 45, 60)
    await open(page, `/${accounts.production}/customers/${of}`)
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Activity' }).click()
    const section = page.getByRole('region', { name: 'Activity' })
    await expect(section.getByRole('row', { name: /Marte Lund Opened/ }).first()).toBeVisible()
    expect(requestedUrls).toHaveLength(1)
    await section.getByRole('button', { name: 'Show more' }).click()
    await expect(section.getByRole('row', { name: /Ingrid Solberg Opened/ }).nth(50)).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(section).toBeHidden()
  })

  test('g a opens the activity and g c opens the customers', async ({ page }) => {
    await open(page, list)
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
    await expect(page).toHaveTitle('Activity · Nordlys Sport Test · Customer Desk')
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await expect(page).toHaveTitle('Customers · Nordlys Sport Test · Customer Desk')
    await expect(page).toHaveURL(new RegExp(`${list}$`))
  })
})
