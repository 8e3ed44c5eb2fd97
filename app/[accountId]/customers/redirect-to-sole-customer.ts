import { redirect } from 'next/navigation'
import { routes } from '@/lib/api/routes'
import type { CustomerSearchParams } from '@/lib/customers/filters/customer-query'
import { soleCustomer } from '@/lib/customers/links/sole-customer'
import type { CustomerPage } from '@/lib/customers/model/customer'
import { canBeInUrl } from '@/lib/customers/model/customer-id'
import type { AccountAccess } from '@/lib/server/auth/account-access'

/**
 * Redirects a list that was opened for one customer, as `/find` does, to the record. The list has been read and audited by
 * then, so that one search is enough whatever it finds: it stays where it finds nobody or several.
 */
export function redirectToSoleCustomer(
  { account }: AccountAccess,
  params: CustomerSearchParams,
  page: CustomerPage | undefined,
): void {
  const sole = params.open === 'sole' && page ? soleCustomer(page, params) : null
  if (sole && canBeInUrl(sole.customer_id)) redirect(routes.customer(account.id, sole.customer_id))
}
