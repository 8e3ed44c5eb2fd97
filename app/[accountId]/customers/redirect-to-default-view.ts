import { redirect } from 'next/navigation'
import { routes } from '@/lib/api/routes'
import { productViewQuery, toProductView } from '@/lib/customers/views/product-views'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { readDefaultView } from '@/lib/server/views/read-views'

/**
 * Redirects the bare address of the list to the view with which it begins for this person, and its filters. `all` is the bare
 * address itself.
 */
export async function redirectToDefaultView(access: AccountAccess): Promise<void> {
  const preferred = await readDefaultView(access)
  if (preferred === null || preferred.id === 'all') return
  const product = toProductView(preferred.id)
  const query = preferred.view?.query ?? (product === null ? '' : productViewQuery(product, Date.now()))
  redirect(routes.customers(access.account.id, [query, `view=${preferred.id}`].filter(Boolean).join('&')))
}
