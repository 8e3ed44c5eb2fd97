import type { Page } from '@playwright/test'
import { fill } from '../../lib/messages/messages'
import { accounts, people } from '../../lib/sandbox/seed/seed'
import { searchBox } from '../fixtures'
import { columnScreens } from './column-screens'
import { dossierScreens } from './dossier-screens'
import { exportScreens } from './export-screens'
import { ownScreens } from './own-screens'
import { purchaseScreens } from './purchase-screens'
import { becomeSomebody, pasteInto } from './reach'
import { rewardScreens } from './reward-screens'
import type { Screen } from './screen'
import { timelineScreens } from './timeline-screens'
import { viewScreens } from './view-screens'

/** Every screen of the product, once: pictures are taken of them, and what must hold everywhere is checked on them. */

const { nora, nordvik, nameLong, tombstone } = people
const list = `/${accounts.test}/customers`
const activity = `/${accounts.test}/activity`
const users = '/customers/users'
const unavailable = { kind: 'status', status: 503 } as const

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const heading = (page: Page, name: string) => page.getByRole('heading', { name })
/** The first words of a message, before what is filled in. */
const startOf = (message: string) => message.slice(0, message.indexOf('{')).trim()

const pasted = [nora.email, '42 73 56 04', 'nobody@example.no', people.kari.customer_id, 'colour:red'].join('\n')

const ofTheAgent = { role: 'agent' } as const
const ofTheViewer = { role: 'viewer' } as const
const ofTheAuditor = { role: 'auditor' } as const

export const screens: readonly Screen[] = [
  { name: 'sign-in', role: null, path: '/sign-in', find: (page, t) => heading(page, t.signIn.title) },
  { name: 'list', ...ofTheAgent, path: list, find: (page) => page.locator('tr[data-customer]') },
  {
    name: 'list, searched by words',
    ...ofTheAgent,
    path: `${list}?search=nor&type=any&include_deleted=true`,
    find: (page) => page.locator('tr[data-customer]'),
  },
  ...columnScreens,
  {
    name: 'list with drawer',
    ...ofTheAgent,
    path: `${list}?search=nora&record=${nora.customer_id}`,
    find: (page) => page.getByRole('dialog'),
  },
  {
    name: 'filters open',
    ...ofTheAgent,
    path: list,
    arrange: async (page, t, isNarrow) => {
      await button(page, isNarrow ? t.filters.narrow : t.filters.since).click()
    },
    find: (page, t) => page.getByRole('dialog', { name: t.filters.since }).or(page.getByRole('menu')),
  },
  {
    name: 'suggestions',
    ...ofTheAgent,
    path: list,
    arrange: (page) => searchBox(page).fill('nor type:'),
    find: (page) => page.getByRole('option'),
  },
  {
    name: 'problem in the search text',
    ...ofTheAgent,
    path: list,
    arrange: async (page) => {
      await searchBox(page).fill('colour:red')
      await page.keyboard.press('Enter')
    },
    find: (page) => page.getByRole('alert').filter({ hasText: 'colour:' }),
  },
  ...viewScreens,
  {
    name: 'pasted lines',
    ...ofTheAgent,
    path: list,
    arrange: (page) => pasteInto(searchBox(page), pasted),
    find: (page, t) => button(page, t.lookUp.start),
  },
  {
    name: 'pasted lines, looked up',
    ...ofTheAgent,
    path: list,
    arrange: async (page, t) => {
      await pasteInto(searchBox(page), pasted)
      await button(page, t.lookUp.start).click()
    },
    find: (page, t) => page.getByText(t.lookUp.missing),
  },
  {
    name: 'nothing found',
    ...ofTheAgent,
    path: `${list}?search=zzzzzz`,
    find: (page, t) => heading(page, startOf(t.empty.noMatch.titleSearch)),
  },
  {
    name: 'failed',
    ...ofTheAgent,
    path: list,
    faults: [{ match: users, ...unavailable }],
    find: (page) => page.getByRole('main').getByRole('alert'),
    expectOnConsole: /503/,
  },
  {
    name: 'empty account',
    ...ofTheAgent,
    path: `/${accounts.empty}/customers`,
    find: (page, t) => heading(page, t.empty.account.title),
  },
  {
    name: 'left out of the address',
    ...ofTheAgent,
    path: `${list}?limit=0&colour=red&search=kari`,
    find: (page, t) => page.getByText(t.notice.title),
  },
  {
    name: 'filter not understood',
    ...ofTheAgent,
    path: `${list}?email=nora`,
    find: (page, t) => button(page, t.unread.everybody),
  },
  {
    name: 'call that names two customers',
    ...ofTheAgent,
    path: `/${accounts.test}/find?phone=42140318&email=${nora.email}`,
    find: (page, t) => heading(page, t.find.choose),
  },
  {
    name: 'deleted customers alone',
    ...ofTheAgent,
    path: `${list}?only=deleted`,
    find: (page) => page.locator('tr[data-customer]'),
  },
  {
    name: 'record',
    ...ofTheAgent,
    path: `${list}/${nora.customer_id}`,
    find: (page) => page.getByText('Gullmedlem'),
  },
  {
    name: 'record of a company',
    ...ofTheAgent,
    path: `${list}/${nordvik.customer_id}?section=raw`,
    find: (page, t) => page.getByLabel(t.record.rawFind),
  },
  {
    name: 'record with a long name',
    ...ofTheAgent,
    path: `${list}/${nameLong.customer_id}`,
    find: (page, t) => heading(page, t.record.overview),
  },
  {
    name: 'call mode',
    ...ofTheAgent,
    path: `${list}?search=nora&record=${nora.customer_id}`,
    arrange: (page, t) => button(page, t.record.call.title).click(),
    find: (page, t) => page.getByRole('textbox', { name: t.record.call.notes }),
  },
  {
    name: 'call mode of a viewer, as a page',
    ...ofTheViewer,
    path: `${list}/${nora.customer_id}`,
    arrange: (page, t) => button(page, t.record.call.title).click(),
    find: (page, t) => page.getByText(t.record.call.revealFirst),
  },
  {
    name: 'tombstone',
    ...ofTheAgent,
    path: `${list}/${tombstone.customer_id}`,
    find: (page, t) => heading(page, t.record.tombstone.left),
  },
  {
    name: 'record of nobody',
    ...ofTheAgent,
    path: `${list}/K-999102`,
    find: (page, t) => heading(page, fill(t.record.notFound.title, { id: 'K-999102' })),
    // Chromium warns of styles that this page did not need, where the machine is slow.
    expectOnConsole: /404|preloaded using link preload/,
    isStatic: true,
  },
  { name: 'list of a viewer', ...ofTheViewer, path: `${list}?search=nora`, find: (page) => page.getByText('••••') },
  {
    name: 'record of a viewer',
    ...ofTheViewer,
    path: `${list}/${nora.customer_id}`,
    find: (page) => page.getByText('••••'),
  },
  {
    name: 'reveal',
    ...ofTheViewer,
    path: `${list}/${nora.customer_id}`,
    arrange: (page, t) =>
      button(page, fill(t.record.reveal.button, { what: t.record.email.toLocaleLowerCase() })).click(),
    find: (page) => page.getByRole('dialog').getByRole('radio'),
  },
  { name: 'activity', ...ofTheAuditor, path: activity, find: (page) => page.locator('tr[data-event]') },
  {
    name: 'activity filters open',
    ...ofTheAuditor,
    path: activity,
    arrange: (page, t) => page.getByRole('button', { name: t.activity.time, exact: true }).click(),
    find: (page, t) => page.getByRole('dialog', { name: t.activity.time }),
  },
  {
    name: 'nothing in the activity',
    ...ofTheAuditor,
    path: `${activity}?person=nobody@example.no&colour=red`,
    find: (page, t) => heading(page, t.activity.noMatch),
  },
  ...purchaseScreens,
  ...timelineScreens,
  ...rewardScreens,
  ...dossierScreens,
  ...ownScreens,
  ...exportScreens,
  {
    name: 'account menu',
    ...ofTheAgent,
    path: list,
    arrange: (page) => button(page, /Nordlys Sport/).click(),
    find: (page) => page.getByRole('menu').locator(':focus'),
  },
  {
    name: 'not allowed',
    ...ofTheAuditor,
    path: list,
    find: (page, t) => heading(page, t.errors.forbidden.title),
  },
  {
    name: 'no role',
    role: null,
    path: `/${accounts.test}/customers`,
    prepare: (page) => becomeSomebody(page, null),
    find: (page, t) => heading(page, t.noAccess.role.title),
  },
  {
    name: 'wrong address',
    ...ofTheAgent,
    path: '/nowhere',
    find: (page, t) => heading(page, t.errors.pageNotFound),
    // Chromium warns of styles that this page did not need, where the machine is slow.
    expectOnConsole: /404|preloaded using link preload/,
    isStatic: true,
  },
]
