import { accounts, people, tagIds, tagNames } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, expectRows, open, reload, searchBox, shownIds, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`
const { nora } = people

const options = (page: Parameters<typeof searchBox>[0]) => page.getByRole('listbox').getByRole('option')

test('operators move to the filter bar, and words stay in the box', async ({ page }) => {
  await open(page, list)
  await searchBox(page).fill('no type:company deleted:yes')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?search=no&type=company&include_deleted=true$/)
  await expect(searchBox(page)).toHaveValue('no')
  await expect(page.getByRole('button', { name: 'Type Company' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Deleted Included', exact: true })).toBeVisible()
  const query = { search: 'no', type: 'company', include_deleted: 'true' }
  await expectRows(page, (await sandbox.list(query)).rows)
})

test('a filter that was typed is removed when its text is removed', async ({ page }) => {
  await open(page, `${list}?type=customer`)
  await searchBox(page).fill('nora type:any')
  await expect(page).toHaveURL(/search=nora&type=any/)
  await searchBox(page).fill('nora')
  await expect(page).toHaveURL(/\?search=nora&type=customer$/)
})

test('a tag is completed by its name, with the keyboard alone', async ({ page }) => {
  await open(page, list)
  await page.keyboard.press('/')
  await page.keyboard.type('tag:vi')
  await expect(options(page)).toHaveText(['VIP'])
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await expect(searchBox(page)).toHaveAttribute('aria-activedescendant', /./)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.searchParams.get('tag_id') === tagIds.VIP)
  await expect(searchBox(page)).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Tag VIP' })).toBeVisible()
  await expectRows(page, (await sandbox.list({ tag_id: tagIds.VIP })).rows)
})

test('a question mark lists the operators', async ({ page }) => {
  await open(page, list)
  await searchBox(page).fill('?')
  await expect(options(page)).toHaveCount(11)
  await expect(page).toHaveURL(new RegExp(`${list}$`))
})

const problems = [
  ['ola OR kari', 'Dintero can’t search for either-or'],
  ['nora -vip', 'Dintero can’t exclude anything'],
  ['type:robot', 'robot isn’t valid here. Use customer, company, contact, employee, other, or any'],
  ['tag:VIPP', 'No tag is called VIPP. Closest: VIP'],
  ['attr:favorit', 'No attribute is called favorit. Closest: favorite_sport'],
  ['since:yesterday', 'yesterday isn’t valid here. Use 7d'],
  ['colour:red', /^colour: isn’t a search filter\. Use (\w+:, ){10}or \w+:,/],
  ['tag:"VIP kunde', 'The closing quotation mark is missing'],
  ['4242 4242 4242 4242', 'This is a payment card number, so it isn’t sent'],
] as const
test('shows what is wrong with a text, and sends no request', async ({ page }) => {
  await open(page, `${list}?type=company`)
  const before = await shownIds(page)
  // The total of what stands there comes after its rows.
  await expect(page.locator('[data-range]')).toContainText(' of ')
  const asked: string[] = []
  page.on('request', (request) => {
    if (/customers/.test(request.url())) asked.push(request.url())
  })
  for (const [text, message] of problems)
    await test.step(text, async () => {
      await searchBox(page).fill(text)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible()
      await expect(searchBox(page)).toHaveAttribute('aria-invalid', 'true')
      expect(await shownIds(page)).toEqual(before)
      expect(asked).toEqual([])
    })
})

test('one key changes the interpretation to plain text, which survives a reload', async ({ page }) => {
  await open(page, list)
  await searchBox(page).fill('42 14 03 18')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.searchParams.get('phone_number') === nora.phone_number)
  await reload(page)
  await expect(page.getByRole('button', { name: 'Phone is +47 42 14 03 18' })).toBeVisible()
  await searchBox(page).focus()
  await page.keyboard.press('Shift+Enter')
  await expect(page).toHaveURL((url) => url.searchParams.get('search') === nora.phone_number)
  await expectRows(page, (await sandbox.list({ search: nora.phone_number })).rows)
  await page.getByRole('button', { name: 'starts with' }).click()
  await page.getByRole('menuitemradio', { name: 'Exact phone' }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('phone_number') === nora.phone_number)
  await page.getByRole('button', { name: 'Remove Phone is' }).click()
  await expect(page).toHaveURL(new RegExp(`${list}$`))
})

test('an id opens its record over the list of its results', async ({ page }) => {
  await open(page, list)
  await searchBox(page).fill(nora.customer_id)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
  await expect(page).toHaveURL(/search=K-214907&record=K-214907/)
})

test('an id made by Dintero is tried as a customer id, and ids that cannot be found are reported', async ({
  page,
  watch,
}) => {
  watch.expectOnConsole(/404/)
  await open(page, list)
  await searchBox(page).fill(people.generatedId.customer_id)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /Thor-Inge Nordnes/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await searchBox(page).fill(nora.id)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Dintero’s internal ID/)).toBeVisible()
})

test('a URL of the back office leads to its customer in its account', async ({ page }) => {
  await open(page, list)
  await searchBox(page).fill(`https://backoffice.dintero.com/${accounts.test}/customers/${nora.customer_id}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await searchBox(page).fill(`https://backoffice.dintero.com/${accounts.production}/customers`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/${accounts.production}/customers$`))
})

test('two words find the person in either order, and the interpretation is shown', async ({ page }) => {
  await open(page, list)
  await searchBox(page).fill('nordmann ola')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Ola Nordmann', exact: true })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Dintero can’t search for words together' })).toContainText(
    /Checked \d+ of \d+ with “nordmann”/,
  )
  await reload(page)
  await expect(page.getByRole('link', { name: 'Ola Nordmann', exact: true })).toBeVisible()
})

test('an empty box offers recent searches and records until they are cleared, and examples', async ({ page }) => {
  await open(page, list)
  await searchBox(page).fill('nord type:company')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/search=nord&type=company/)
  await open(page, list)
  // A search that was never sent by Enter counts once the box is left, by its last text.
  await searchBox(page).fill('nora')
  await expect(page).toHaveURL(/search=nora$/)
  await searchBox(page).fill('nora b')
  await expect(page).toHaveURL(/search=nora\+b$/)
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
  await expect(page.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear search' }).click()
  const examples = ['nord type:company', 'tag:', 'since:7d', 'deleted:only'].map((text) => new RegExp(`^${text}`))
  await expect(options(page)).toHaveText([/Nora Bjørgum/, /^nora b$/, /^nord type:company$/, ...examples])
  await expect(page.getByRole('group', { name: 'Examples' }).getByRole('option')).toHaveCount(4)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, 'color-contrast')
  await options(page).nth(2).click()
  await expect(page).toHaveURL(/search=nord&type=company/)
  await page.getByRole('button', { name: 'Clear search' }).click()
  await page.getByRole('button', { name: 'Clear recent' }).click()
  await expect(options(page)).toHaveText(examples)
  await options(page).nth(1).click()
  await expect(searchBox(page)).toHaveValue('tag:')
  await expect(options(page).first()).toBeVisible()
})

test('many pasted lines are looked up one by one, and the results are shown as a list', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, list)
  const lines = [nora.email, '42 73 56 04', 'nobody@example.no', people.kari.customer_id]
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'))
  await searchBox(page).focus()
  await page.keyboard.press('ControlOrMeta+v')
  await page.getByRole('button', { name: 'Look up all' }).click()
  await expect(page.getByText('Looked up 4 of 4, 3 found.')).toBeVisible()
  await expect(page.getByText('nobody@example.no')).toBeVisible()
  const found = [nora, people.eirik, people.kari].map(({ customer_id }) => customer_id)
  await expect.poll(() => shownIds(page)).toEqual(found)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expectRows(page, (await sandbox.list()).rows)
})

test('a control sets the same filter as the box: an attribute, a token, a time', async ({ page }) => {
  await open(page, list)
  await page.getByRole('button', { name: 'Attribute' }).click()
  const attribute = page.getByRole('dialog', { name: 'Attribute' })
  await attribute.getByLabel('Attribute').selectOption({ label: 'favorite_sport (text)' })
  await attribute.getByLabel(/^Value/).fill('Ski')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/attributes_keys=favorite_sport&attributes_values=Ski/)
  const query = { attributes_keys: 'favorite_sport', attributes_values: 'Ski' }
  await expectRows(page, (await sandbox.list(query)).rows)

  await page.getByRole('button', { name: 'Token' }).click()
  const token = page.getByRole('dialog', { name: 'Token' })
  await token.getByLabel('Type').selectOption('Membership card')
  await expectAccessible(page)
  await token.getByRole('button', { name: 'Show' }).click()
  await expectRows(page, (await sandbox.list({ ...query, token_type: 'membership_card' })).rows)

  await page.getByRole('button', { name: 'Remove favorite_sport' }).click()
  await page.getByRole('button', { name: 'Remove Token' }).click()
  await page.getByRole('button', { name: 'Changed since' }).click()
  await page
    .getByRole('dialog', { name: 'Changed since' })
    .getByLabel(/^Date and time/)
    .fill('2026-11-01T10:00')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.searchParams.get('since_datetime') === '2026-11-01T09:00:00Z')
  await expect(page.getByText('Oldest change first.')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('an attribute of the wrong type is reported in its form', async ({ page }) => {
  await open(page, list)
  await page.keyboard.press('a')
  const form = page.getByRole('dialog', { name: 'Attribute' })
  await form.getByLabel('Attribute').selectOption({ label: 'points (whole number)' })
  await form.getByLabel(/^Value/).fill('many')
  await form.getByRole('button', { name: 'Show' }).click()
  await expect(form.getByRole('alert')).toHaveText('many isn’t valid here. Use a value like 12.')
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await expect(page.getByRole('button', { name: 'Attribute' })).toBeFocused()
})

test('tags show their number of customers on request', async ({ page }) => {
  await open(page, list)
  await page.getByRole('button', { name: 'Tag' }).click()
  await page.getByRole('menuitem', { name: 'Count customers per tag' }).click()
  const { total } = await sandbox.list({ tag_id: tagIds[tagNames.large] })
  await expect(
    page.getByRole('menuitemradio', { name: `${tagNames.large} ${total.toLocaleString('en')}` }),
  ).toBeVisible()
})
