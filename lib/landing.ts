import { hasPermission, type Role } from '@/lib/access'
import { routes } from '@/lib/api/routes'

/** The first page of a person in an account: the customers, or the activity where that is all they may open. */
export function landingHref(role: Role | null, accountId: string): string {
  const isActivity = !hasPermission(role, 'customers:read') && hasPermission(role, 'activity:read')
  return isActivity ? routes.activity(accountId) : routes.customers(accountId)
}
