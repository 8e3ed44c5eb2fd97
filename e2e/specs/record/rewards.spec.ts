import type { Locator, Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`
const rewardsOf = (page: Page) => page.getByRole('region', { name: 'Cards & rewards' })
const rewardCalls = async () => (await sandbox.requests()).filter(({ path }) => /\/(wallets|discounts)\//.test(path))

test('cards and rewards are fetched when they come into view, and a card unfolds to its movements', async ({
  page,
}) => {
  const rewards = rewardsOf(page)
  await test.step('none before', async () => {
    await sandbox.forget()
    await open(page, `${list}?search=nora&record=${people.nora.customer_id}`)
    await expect(page.getByText('Gullmedlem')).toBeVisible()
    expect(await rewardCalls()).toEqual([])
  })
  await test.step('what can be used now, at its key', async () => {
    await page.keyboard.press('r')
    await expect(page).toHaveURL(/section=rewards/)
    await expect(rewards.getByRole('listitem').filter({ hasText: '7 of 10 stamps' })).toBeVisible()
    await expect(rewards.getByRole('listitem').filter({ hasText: '20% off' })).toContainText('2 of 3 uses left')
  })
  await test.step('the balance of a card, its movements, accessible', async () => {
    await expect(rewards.getByRole('row', { name: /GK-NORA-1/ })).toContainText('351.00')
    await rewards
      .getByRole('row', { name: /GK-NORA-1/ })
      .getByRole('button')
      .click()
    const movements = rewards.getByRole('table', { name: 'Movements' })
    await expect(movements.getByRole('row', { name: /^Spent/ }).first()).toContainText('149.00')
    await expectAccessible(page)
  })
  await test.step('on a phone the movements are as wide as the screen has room, and the section is named in the bar', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    const movements = rewards.getByRole('table', { name: 'Movements' })
    const widthOf = async (part: Locator) => (await part.boundingBox())?.width
    expect(await widthOf(movements.getByRole('row', { name: /^Spent/ }).first())).toBe(await widthOf(movements))
    await expect(page.getByRole('link', { name: /^Cards & rewards/ })).toBeInViewport({ ratio: 1 })
  })
})

test('without one of the scopes a line names it, and the other part stands', async ({ page, watch }) => {
  watch.expectOnConsole(/502/)
  await sandbox.faults([{ match: '/wallets/', kind: 'status', status: 403 }])
  await open(page, `${list}/${people.nora.customer_id}?section=rewards`)
  await expect(rewardsOf(page).getByText(/need the scope read:wallets/)).toBeVisible()
  await expect(rewardsOf(page).getByText('7 of 10 stamps')).toBeVisible()
  await sandbox.faults([])
})

test.describe('to a viewer', () => {
  test.use({ role: 'viewer' })
  test('codes and references have masks, and balances do not', async ({ page }) => {
    await open(page, `${list}/${people.nora.customer_id}?section=rewards`)
    const rewards = rewardsOf(page)
    await expect(rewards.getByText(/with the code ••••/)).toBeVisible()
    await expect(rewards.getByRole('row', { name: /GK-NORA-1/ })).toContainText('351.00')
    await rewards
      .getByRole('row', { name: /GK-NORA-1/ })
      .getByRole('button')
      .click()
    const spent = rewards.getByRole('table', { name: 'Movements' }).getByRole('row', { name: /^Spent/ })
    await expect(spent.first()).toContainText('••••')
  })
})
