import type { Page } from '@playwright/test'
import { accounts, people } from '../../lib/sandbox/seed/seed'
import type { Screen } from './screen'

const list = `/${accounts.test}/customers`
const rewardsOf = (id: string) => `${list}/${id}?section=rewards`
const firstCard = (page: Page) => page.locator('[data-section=rewards] button[aria-expanded]').first()
const movements = (page: Page, name: string) => page.getByRole('table', { name })
const { nora, jorgen } = people

/** The gift cards of a customer and what they can use now, on the page of the record and in the drawer. */
export const rewardScreens: readonly Screen[] = [
  {
    name: 'cards and rewards',
    role: 'agent',
    path: rewardsOf(nora.customer_id),
    arrange: (page) => firstCard(page).click(),
    find: (page, t) => movements(page, t.rewards.movements),
  },
  {
    name: 'cards and rewards in the drawer',
    role: 'agent',
    path: `${list}?search=nora&record=${nora.customer_id}&section=rewards`,
    find: (page) => page.getByText(/GK-NORA-1/),
  },
  {
    name: 'cards and rewards of a strange customer',
    role: 'agent',
    path: rewardsOf('S-00005'),
    arrange: (page) => firstCard(page).click(),
    find: (page) => page.getByText('GK/BARE #1'),
  },
  {
    name: 'no cards and no rewards',
    role: 'agent',
    path: rewardsOf(jorgen.customer_id),
    find: (page, t) => page.getByText(t.rewards.noCards),
  },
  {
    name: 'rewards without the scope of cards',
    role: 'agent',
    path: rewardsOf(nora.customer_id),
    faults: [{ match: '/wallets/', kind: 'status', status: 403 }],
    find: (page) => page.getByText(/read:wallets/),
    expectOnConsole: /502/,
  },
  {
    name: 'cards and rewards of a viewer',
    role: 'viewer',
    path: rewardsOf(nora.customer_id),
    arrange: (page) => firstCard(page).click(),
    find: (page, t) => movements(page, t.rewards.movements),
  },
]
