import 'server-only'
import { routes } from '@/lib/api/routes'
import { env } from '@/lib/server/env'

/**
 * The URL to open after signing out: the provider's own sign-out where one is configured, which returns to our sign-in page
 * (OpenID Connect RP-Initiated Logout 1.0, section 2), otherwise that page itself.
 */
export function afterSignOutUrl(): string {
  const { upstream, publicUrl } = env()
  if (upstream.demoSignIn || upstream.oidc.signOutUrl === null) return routes.signIn()
  const url = new URL(upstream.oidc.signOutUrl)
  url.searchParams.set('client_id', upstream.oidc.clientId)
  url.searchParams.set('post_logout_redirect_uri', new URL(routes.signIn(), publicUrl).href)
  return url.href
}
