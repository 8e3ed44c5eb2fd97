import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { accounts } from '../../lib/sandbox/seed/seed'
import { query, signInSession } from '../sessions'
import type { Screen } from './screen'

const list = `/${accounts.test}/customers`

const layout = {
  order: [
    'type',
    'attribute:shoe_size',
    'attribute:points',
    'phone',
    'attribute:member_since',
    'consent:push',
    'email',
  ],
  shown: [
    'attribute:shoe_size',
    'attribute:points',
    'attribute:member_since',
    'consent:push',
    'attribute:credit_limit',
  ],
  hidden: ['customer_id', 'status', 'store', 'place'],
  pinned: ['type'],
  widths: { email: 16 },
}

/** Lets the page be that of a viewer who has laid the columns out. */
async function becomeSomebodyWithColumns(page: Page): Promise<void> {
  const email = `${randomUUID()}@example.com`
  const chosen = { searchHint: 'off', columns: { [accounts.test]: layout } }
  await query('INSERT INTO preferences VALUES ($1, $2, now())', [email, chosen])
  await signInSession(page.context(), { email, role: 'viewer' })
}

/** How a person lays out the list, and what can be done with a result that is loaded whole. */
export const columnScreens: readonly Screen[] = [
  {
    name: 'columns laid out',
    role: null,
    path: `${list}?search=nor`,
    prepare: becomeSomebodyWithColumns,
    find: (page) => page.locator('tr[data-customer]'),
  },
  {
    name: 'columns open',
    role: 'agent',
    path: list,
    arrange: (page) => page.keyboard.press('o'),
    find: (page, t) => page.getByRole('dialog', { name: t.columns.title }).getByText('shoe_size'),
  },
  {
    name: 'loaded whole and sorted',
    role: 'agent',
    path: `${list}?search=nora`,
    arrange: async (page, t, isNarrow) => {
      await page.getByText(t.whole.loadAll.split('{')[0] ?? '').waitFor({ state: 'attached' })
      await page.keyboard.press('w')
      if (!isNarrow) await page.getByRole('columnheader', { name: t.table.name }).getByRole('button').click()
    },
    find: (page) => page.getByRole('main').getByRole('searchbox'),
  },
]
