import 'server-only'
import type { Metadata } from 'next'
import { messagesFor } from '@/lib/messages/catalogue'
import type { Messages } from '@/lib/messages/messages'
import { accountsOf } from '@/lib/server/auth/account-access'
import { readViewer } from '@/lib/server/auth/viewer'
import { requestPreferences } from '@/lib/server/http/preferences'

/**
 * The titles of pages name the screen and the account, and never a customer: the browser keeps titles in its history, and
 * shows them to whoever sees the tabs.
 */

/** The metadata of a page: the name of its screen in the person's language, for the template of its layout. */
export const screenTitle = (name: (t: Messages) => string) => async (): Promise<Metadata> => ({
  title: name(messagesFor((await requestPreferences()).locale)),
})

/** The template of pages without an account: `Sign in · Customer Desk`; the name of the product where a page has no title. */
export async function productTitle(): Promise<Metadata> {
  const name = messagesFor((await requestPreferences()).locale).app.name
  return { title: { template: `%s · ${name}`, default: name } }
}

/**
 * The template of the pages of an account: `Customers · Nordlys Sport · Customer Desk`. For an account that the person may
 * not open it is the title of the not-found screen, which the layout shows, whatever the page would be called.
 */
export async function accountTitle(accountId: string): Promise<Metadata> {
  const viewer = await readViewer().catch(() => null)
  if (!viewer) return {}
  const { app, errors } = messagesFor((await requestPreferences()).locale)
  const account = accountsOf(viewer).find(({ id }) => id === accountId)
  if (!account) return { title: { template: `${errors.pageNotFound} · ${app.name}`, default: errors.pageNotFound } }
  return { title: { template: `%s · ${account.name} · ${app.name}`, default: account.name } }
}
