import type { Page } from '@playwright/test'
import { namedReceipts } from '../../lib/sandbox/receipts/seed-receipts'
import { accounts, people } from '../../lib/sandbox/seed/seed'
import type { Screen } from './screen'

const list = `/${accounts.test}/customers`
const purchasesOf = (id: string) => `${list}/${id}?section=purchases`
const toggles = (page: Page) => page.locator('[data-section=purchases] button[aria-expanded]')
const { nora, eirik, idChanged, annegrethe, nordvik } = people

/** What a customer has bought, on the page of the record and in the drawer. */
export const purchaseScreens: readonly Screen[] = [
  {
    name: 'purchases',
    role: 'agent',
    path: purchasesOf(eirik.customer_id),
    find: (page, t) => page.getByRole('button', { name: t.purchases.showOlder }),
  },
  {
    name: 'receipt in the drawer',
    role: 'agent',
    path: `${list}?search=nora&record=${nora.customer_id}&section=purchases`,
    arrange: (page) => toggles(page).last().click(),
    find: (page, t) => page.getByRole('button', { name: t.purchases.print }),
  },
  {
    name: 'receipt of a strange customer, by its address',
    role: 'agent',
    path: `${purchasesOf(namedReceipts.html.customer_id)}&receipt=${namedReceipts.html.id}`,
    find: (page, t) => page.getByRole('button', { name: t.purchases.print }),
  },
  {
    name: 'purchases under earlier ids',
    role: 'agent',
    path: purchasesOf(idChanged.customer_id),
    find: (page) => page.getByText(/S-OLD-7, S-OLDER-3/),
  },
  {
    name: 'purchases by the contacts of a company',
    role: 'agent',
    path: purchasesOf(nordvik.customer_id),
    arrange: (page, t) => page.getByRole('button', { name: t.purchases.lookByContacts }).click(),
    find: (page) => page.getByRole('region', { name: 'Wenche Refsnes' }),
  },
  {
    name: 'receipts of several tills',
    role: 'agent',
    path: `/${accounts.test}/receipts/12345`,
    find: (page, t) => page.getByText(t.purchases.numberSeveral),
  },
  {
    name: 'no receipt with a number',
    role: 'agent',
    path: `/${accounts.test}/receipts/990099`,
    find: (page, t) => page.getByText(t.purchases.numberNoneText),
  },
  {
    name: 'no purchases',
    role: 'agent',
    path: purchasesOf(annegrethe.customer_id),
    find: (page, t) => page.getByText(t.purchases.none),
  },
  {
    name: 'purchases without the scope',
    role: 'agent',
    path: purchasesOf(nora.customer_id),
    faults: [{ match: '/receipts/', kind: 'status', status: 403 }],
    find: (page) => page.getByText(/read:receipts/),
    expectOnConsole: /502/,
  },
  {
    name: 'receipt of a viewer',
    role: 'viewer',
    path: purchasesOf(nora.customer_id),
    arrange: (page) => toggles(page).last().click(),
    find: (page, t) => page.getByRole('button', { name: t.purchases.print }),
  },
]
