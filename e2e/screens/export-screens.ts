import type { Page } from '@playwright/test'
import type { Messages } from '../../lib/messages/messages'
import { accounts } from '../../lib/sandbox/seed/seed'
import { becomeSomebody } from './reach'
import type { Screen } from './screen'

/** The screens of an export. Each is of a person of their own, who has no other. */

const list = `/${accounts.test}/customers`
const openForm = (page: Page, t: Messages) => page.getByRole('button', { name: t.exports.open }).click()

const ofSomebody = { role: null, path: list, prepare: (page: Page) => becomeSomebody(page, 'agent') } as const

export const exportScreens: readonly Screen[] = [
  {
    name: 'export form',
    ...ofSomebody,
    arrange: openForm,
    find: (page, t) => page.getByRole('dialog', { name: t.exports.title }),
  },
  {
    name: 'export, paused',
    ...ofSomebody,
    arrange: async (page, t) => {
      await openForm(page, t)
      await page.getByRole('textbox', { name: t.exports.reason }).fill('liste')
      await page.getByRole('button', { name: t.exports.submit, exact: true }).click()
      // Behind its first thousand customers the export takes its time.
      await page.getByRole('button', { name: t.exports.pause }).click()
    },
    find: (page, t) => page.getByRole('status').filter({ hasText: t.exports.paused }),
  },
]
