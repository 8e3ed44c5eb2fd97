import { redirect } from 'next/navigation'
import { routes } from '@/lib/api/routes'
import { cleanSearchParams } from '@/lib/customers/links/clean-search-params'
import { recoverLink } from '@/lib/customers/links/recover-link'
import { recogniseEmail } from '@/lib/customers/search-text/recognise-email'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { env } from '@/lib/server/env'

/**
 * Redirects a link that was made by hand, such as `?email=mailto:…` or `?phone_number= 47…`, to the search params that it
 * means, before anything is fetched. The browser then has nothing to clean.
 */
export function redirectRecoveredLink({ account }: AccountAccess, params: URLSearchParams): void {
  const recovered = recoverLink(params)
  const cleaned = cleanSearchParams(recovered ?? params, {
    recogniseEmail,
    recognisePhone: (text) => recognisePhone(text, env().phoneCountries),
  })
  const meant = cleaned ?? recovered
  if (meant) redirect(routes.customers(account.id, meant))
}
