import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { Role } from '@/lib/access'
import { routes } from '@/lib/api/routes'
import { accountsOf, type Viewer } from '@/lib/server/auth/account-access'
import { readViewer } from '@/lib/server/auth/viewer'
import type { Account } from '@/lib/server/env-schema'

/** The header in which `proxy.ts` passes its own URL to a page. */
export const pageUrlHeader = 'x-desk-path'

/** Path and query of the page that is requested. */
export const pageUrl = async (): Promise<string> => (await headers()).get(pageUrlHeader) ?? routes.home()

/** A longer address of the sign-in page would not be read: Node takes 16 kB of headers in all. */
const maxSignInLength = 8_000

/** Sends a person to sign-in, and from there back to this page: without its query where that is far too long. */
export async function redirectToSignIn(): Promise<never> {
  const url = await pageUrl()
  const address = routes.signIn(url)
  redirect(address.length <= maxSignInLength ? address : routes.signIn(url.replace(/\?.*$/, '')))
}

/** The signed-in person, for what reads no customers: the frame around pages, and pages that only redirect. */
export async function requirePageViewer(): Promise<Viewer> {
  return (await readViewer()) ?? redirectToSignIn()
}

/**
 * The signed-in person and the account of the URL, or the not-found screen. Whoever may open nothing, or nothing any more, is
 * sent to the home page, which says so.
 */
export async function requirePageAccess(
  accountId: string,
): Promise<{ viewer: Viewer & { role: Role }; account: Account }> {
  const viewer = await requirePageViewer()
  const { role } = viewer
  const accounts = accountsOf(viewer)
  if (role === null || accounts.length === 0) redirect(routes.home())
  return { viewer: { ...viewer, role }, account: accounts.find(({ id }) => id === accountId) ?? notFound() }
}
