import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, expectRows, open, searchBox, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`
const { nora } = people

test('what is pasted with words around it finds the person, and the whole text is the other reading', async ({
  page,
}) => {
  await open(page, list)
  const text = `“Bjørgum, Nora” <mailto:${nora.email}?subject=Hei> Tlf: 42 14 03 18`
  await searchBox(page).fill(text)
  await page.keyboard.press('Enter')
  await expectRows(page, (await sandbox.list({ email: nora.email })).rows)
  await expect(page.getByRole('button', { name: `Email is ${nora.email}` })).toContainText('from your text')
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Email is/ }).click()
  await expect(page.getByRole('menuitemradio', { name: 'The whole text' })).toBeVisible()
  await expect(page.getByRole('menuitemradio', { name: 'Exact phone' })).toBeEnabled()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await searchBox(page).focus()
  await page.keyboard.press('Shift+Enter')
  await expect(page).toHaveURL((url) => url.searchParams.get('search') === text)
})

const readings = [
  ['Tlf: 42 14 03 18', 'phone_number', nora.phone_number],
  ['+47 (0) 42 14 03 18', 'phone_number', nora.phone_number],
  ['42 14 03 18 (mobil), linje 3', 'phone_number', nora.phone_number],
  ['4214 03', 'search', '+47421403'],
  ['Kundenr.: K‑214907', 'search', nora.customer_id],
  ['Fru Bjørgum, Nora', 'search', 'Nora Bjørgum'],
] as const
test('a phone, an id or a name is read out of the words around it', async ({ page }) => {
  await open(page, list)
  for (const [text, param, value] of readings)
    await test.step(text, async () => {
      await searchBox(page).fill(text)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL((url) => url.searchParams.get(param) === value)
      await expect(page.getByRole('link', { name: 'Nora Bjørgum', exact: true })).toBeVisible()
      // The next text must find her anew.
      await searchBox(page).fill('zzzzzz')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'No match for zzzzzz' })).toBeVisible()
    })
})

const links = [
  [`email=mailto:${nora.email}%3Fsubject%3DHei`, 'email', nora.email],
  ['phone_number=%2042%2014%2003%2018', 'phone_number', nora.phone_number],
  ['search=%E2%80%AAnora%20', 'search', 'nora'],
] as const
test('a link with words around its value leads to the value, with or without scripts', async ({ page, request }) => {
  for (const [params, field, value] of links)
    await test.step(params, async () => {
      const { rows } = await sandbox.list({ [field]: value })
      await open(page, `${list}?${params}`)
      await expect(page).toHaveURL((url) => url.searchParams.get(field) === value)
      await expectRows(page, rows)
      const html = await (await request.get(`${list}?${params}`)).text()
      expect(html).toContain(String(rows[0]?.customer_id))
    })
})

test('a number that nobody has at home is offered as that of a neighbour, with the count', async ({ page }) => {
  const swedish = '+46701740605'
  await open(page, list)
  await searchBox(page).fill('0701740605')
  await page.keyboard.press('Enter')
  const offer = page.getByRole('button', { name: /As phone number \+46/ })
  await expect(offer).toContainText('1 found')
  // One sentence is read out, and the offers are not.
  const title = 'No match for 0701740605'
  await expect(page.getByRole('status').filter({ has: page.getByRole('heading') })).toHaveText(title)
  await expect(page.getByRole('status').filter({ has: page.getByRole('button') })).toHaveCount(0)
  await expectAccessible(page)
  await offer.click()
  await expect(page).toHaveURL((url) => url.searchParams.get('phone_number') === swedish)
  await expectRows(page, (await sandbox.list({ phone_number: swedish })).rows)
  await searchBox(page).fill('20 12 34 56')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /As phone number \+45 20 12 34 56/ })).toContainText('0 found')
  await searchBox(page).fill('070-174 06 05')
  await page.keyboard.press('Enter')
  await expectRows(page, (await sandbox.list({ phone_number: swedish })).rows)
})

test('several values on one line are looked up one by one, and one value ends it', async ({ page }) => {
  await open(page, list)
  await searchBox(page).fill(`${nora.email}; Kari <nobody@example.no>; ${people.norunn.email}`)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Look up all' }).click()
  await expect(page.getByText('Looked up 3 of 3, 2 found.')).toBeVisible()
  await expectAccessible(page)
  await searchBox(page).fill('nordvik')
  await page.keyboard.press('Enter')
  await expectRows(page, (await sandbox.list({ search: 'nordvik' })).rows)
})

test('lines that a word processor parts are several searches', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, list)
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    `${nora.email}\u2028${people.norunn.email}\u2028no*`,
  )
  // Recent searches would be listed below the empty box.
  await searchBox(page).fill('nordvik')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/search=nordvik/)
  await page.getByRole('button', { name: 'Clear search' }).click()
  await expect(page.getByRole('listbox')).toContainText('nordvik')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByRole('button', { name: 'Look up all' })).toBeVisible()
  await expect(page.getByRole('listbox')).toBeHidden()
  await page.getByRole('button', { name: 'Look up all' }).click()
  await expect(page.getByText('Looked up 3 of 3, 2 found.')).toBeVisible()
  await expect(page.getByText('no* (Search already finds everything that starts with this')).toBeVisible()
})
