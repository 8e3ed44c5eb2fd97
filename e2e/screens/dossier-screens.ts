import type { Page } from '@playwright/test'
import type { Messages } from '../../lib/messages/messages'
import { accounts, people } from '../../lib/sandbox/seed/seed'
import type { Screen } from './screen'

/** The form of what is kept about a customer; `specs/record/dossier.spec.ts` asks axe when the file is there. */

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
]
