import 'server-only'
import { and, asc, desc, eq, ne, or, type SQL } from 'drizzle-orm'
import { toProductView } from '@/lib/customers/views/product-views'
import type { FirstViews, View, ViewsAnswer } from '@/lib/customers/views/view'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'
import { defaultViews, views } from '@/lib/server/database/schema'
import { toView } from '@/lib/server/views/to-view'

/** How many views a person keeps in an account, and how many of others they see there. */
export const maxViews = 500

/** Which rows a person may open in an account: their own, and those that are shared. */
const isVisible = ({ viewer, account }: AccountAccess): SQL | undefined =>
  and(eq(views.account, account.id), or(eq(views.owner_email, viewer.email), eq(views.shared, true)))

async function selectViews(access: AccountAccess, where: SQL | undefined, limit: number): Promise<View[]> {
  const rows = database()
    .select()
    .from(views)
    .where(and(isVisible(access), where))
    // One's own first. A new one comes last, so that the digit of each stays.
    .orderBy(desc(eq(views.owner_email, access.viewer.email)), asc(views.created_at), asc(views.id))
    .limit(limit)
  return (await fromDatabase(rows)).map((row) => toView(row, access.viewer))
}

/** A view that the person may open, or null. */
async function findView(access: AccountAccess, id: string): Promise<View | null> {
  const [view] = await selectViews(access, eq(views.id, id), 1)
  return view ?? null
}

async function selectDefault({ viewer, account }: AccountAccess): Promise<string | null> {
  const rows = database()
    .select({ view: defaultViews.view })
    .from(defaultViews)
    .where(and(eq(defaultViews.email, viewer.email), eq(defaultViews.account, account.id)))
  return (await fromDatabase(rows))[0]?.view ?? null
}

/** All views that a person may open in an account. Throws `forbidden` or `audit_unavailable`. */
export async function readViews(access: AccountAccess): Promise<ViewsAnswer> {
  requirePermission(access.viewer, 'views:own')
  const { email } = access.viewer
  const [own, others, preferred] = await Promise.all([
    selectViews(access, eq(views.owner_email, email), maxViews),
    selectViews(access, ne(views.owner_email, email), maxViews),
    selectDefault(access),
  ])
  const all = [...own, ...others]
  const isOpen = toProductView(preferred) !== null || all.some(({ id }) => id === preferred)
  return { views: all, default: isOpen ? preferred : null }
}

/** How many views have a digit. */
const firstCount = 9

/** The views that the first HTML needs; `id` is the one that its address names. Throws `forbidden` or `audit_unavailable`. */
export async function readFirstViews(access: AccountAccess, id: string | null): Promise<FirstViews> {
  requirePermission(access.viewer, 'views:own')
  const [open, first, preferred] = await Promise.all([
    id === null || toProductView(id) ? null : findView(access, id),
    selectViews(access, undefined, firstCount),
    selectDefault(access),
  ])
  return { open, first, default: preferred }
}

/** The view with which the list of the account begins for this person; null where they chose none, or it is gone. */
export async function readDefaultView(access: AccountAccess): Promise<{ id: string; view: View | null } | null> {
  requirePermission(access.viewer, 'views:own')
  const id = await selectDefault(access)
  if (id === null) return null
  if (toProductView(id)) return { id, view: null }
  const view = await findView(access, id)
  return view && { id, view }
}
