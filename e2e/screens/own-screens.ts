import { accounts } from '../../lib/sandbox/seed/seed'
import { searchBox } from '../fixtures'
import { becomeSomebody } from './reach'
import type { Screen } from './screen'

const list = `/${accounts.test}/customers`

/** The screens of what a person has for themselves, over whichever page is open. */
export const ownScreens: readonly Screen[] = [
  {
    name: 'search box of a person who has never searched',
    role: null,
    path: list,
    prepare: (page) => becomeSomebody(page, 'agent', true),
    arrange: (page) => searchBox(page).focus(),
    find: (page) => page.getByRole('note'),
  },
  {
    name: 'own sessions',
    role: null,
    path: `/${accounts.test}/sessions`,
    prepare: (page) => becomeSomebody(page, 'admin'),
    find: (page, t) => page.getByRole('heading', { name: t.sessions.title }),
  },
  {
    name: 'shortcuts sheet',
    role: 'agent',
    path: list,
    arrange: (page) => page.keyboard.press('?'),
    find: (page, t) => page.getByRole('dialog', { name: t.shortcuts.title }),
  },
  {
    name: 'commands',
    role: 'agent',
    path: list,
    arrange: async (page, t) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: t.palette.commands }).fill('t')
    },
    find: (page, t) => page.getByRole('dialog', { name: t.palette.commands }).getByRole('option'),
  },
  {
    name: 'user menu',
    role: 'agent',
    path: list,
    arrange: (page) => page.getByRole('button', { name: /Ingrid Solberg/ }).click(),
    find: (page) => page.getByRole('menu').locator(':focus'),
  },
  {
    name: 'settings, with the time zones',
    role: 'agent',
    path: list,
    arrange: async (page, t) => {
      await page.keyboard.press('g')
      await page.keyboard.press('s')
      await page.getByRole('button', { name: new RegExp(`^${t.settings.timeZone}`) }).click()
    },
    find: (page, t) => page.getByRole('dialog', { name: t.settings.title }).getByRole('option'),
  },
]
