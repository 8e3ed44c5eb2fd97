import { accounts } from '../../lib/sandbox/seed/seed'
import type { Screen } from './screen'

const list = `/${accounts.test}/customers`

/** The views of the list, and what differs from one. */
export const viewScreens: readonly Screen[] = [
  {
    name: 'views',
    role: 'agent',
    path: `${list}?type=company&view=companies`,
    arrange: (page) => page.keyboard.press('v'),
    find: (page, t) => page.getByRole('dialog', { name: t.views.title }).getByRole('option', { selected: true }),
  },
  {
    name: 'edited view, saved as another',
    role: 'agent',
    path: `${list}?search=nor&type=company&view=companies`,
    arrange: async (page, t) => {
      await page.keyboard.press('v')
      await page.getByRole('dialog', { name: t.views.title }).getByRole('button', { name: t.views.saveAs }).click()
      await page.getByRole('textbox', { name: t.views.name }).press('Enter')
    },
    find: (page, t) => page.getByText(t.views.nameWrong),
  },
]
