import { accounts } from '../../lib/sandbox/seed/seed'
import type { Screen } from './screen'

const list = `/${accounts.test}/customers`

/** How a person lays out the list, and what can be done with a result that is loaded whole. */
export const columnScreens: readonly Screen[] = [
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
