import type { Page } from '@playwright/test'
import type { Messages } from '../../lib/messages/messages'
import { accounts, people } from '../../lib/sandbox/seed/seed'
import { becomeSomebody } from './reach'
import type { Screen } from './screen'

/** The form of what is kept about a customer, and what it says when the file is there. */

const { nora } = people
const list = `/${accounts.test}/customers`
const openForm = (page: Page, t: Messages) => page.getByRole('button', { name: t.record.dossier.button }).click()

export const dossierScreens: readonly Screen[] = [
  {
    name: 'what is kept, form',
    role: 'agent',
    path: `${list}/${nora.customer_id}`,
    arrange: openForm,
    find: (page, t) => page.getByRole('textbox', { name: t.exports.reason }),
  },
  {
    name: 'what is kept, made',
    role: null,
    path: `${list}/${nora.customer_id}`,
    // Each file counts against the limit of the person who makes it.
    prepare: (page) => becomeSomebody(page, 'agent'),
    arrange: async (page, t) => {
      await openForm(page, t)
      await page.getByRole('textbox', { name: t.exports.reason }).fill('spurt per e-post')
      await page.getByRole('button', { name: t.record.dossier.submit }).click()
    },
    find: (page, t) => page.getByRole('status').filter({ hasText: t.record.dossier.done }),
  },
]
