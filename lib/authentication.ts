import { fetchJson } from '@/lib/api/client'
import { postForm } from '@/lib/api/post-form'
import { routes } from '@/lib/api/routes'
import { safeCallbackPath } from '@/lib/api/safe-callback-path'
import { announceSignOut } from '@/lib/api/watch-session'
import { clearSession, readSessionItem, writeSessionItem } from '@/lib/session-storage'

/**
 * Signing in and out from the browser through next-auth's own routes: the CSRF token first, then the form. The client
 * library of next-auth would add 17 kB to the first load.
 */

const csrfSchema = {
  safeParse: (value: unknown) =>
    typeof value === 'object' && value !== null && 'csrfToken' in value && typeof value.csrfToken === 'string'
      ? { success: true as const, data: value.csrfToken }
      : { success: false as const },
}

const csrfToken = () => fetchJson<string>(routes.api.auth('csrf'), async () => csrfSchema)

/** Signs a demo person in. Throws when the server cannot be reached. */
export async function signInDemo(
  email: string,
  password: string,
): Promise<'signed in' | 'refused' | 'too many' | 'unavailable'> {
  const fields = { csrfToken: await csrfToken(), email, password, callbackUrl: '/' }
  const { ok, status } = await postForm(routes.api.auth('callback/demo'), fields)
  if (ok) return 'signed in'
  if (status === 429) return 'too many'
  return status === 503 ? 'unavailable' : 'refused'
}

/** Returns the provider's URL at which an OpenID sign-in continues, or null when it cannot begin. */
export async function beginOidcSignIn(): Promise<string | null> {
  // The provider leads back to the sign-in page: the return path is stored in this tab, not in a cookie.
  const fields = { csrfToken: await csrfToken(), callbackUrl: routes.signIn() }
  return (await postForm(routes.api.auth('signin/oidc'), fields)).url
}

/**
 * Signs out, here and in the other tabs, removes what this tab has stored about customers, and opens `signedOutAt`.
 * False where the session could not be ended: the person is still signed in.
 */
export async function leave(signedOutAt: string): Promise<boolean> {
  try {
    const fields = { csrfToken: await csrfToken(), callbackUrl: '/' }
    if (!(await postForm(routes.api.auth('signout'), fields)).ok) return false
  } catch {
    return false
  }
  clearSession()
  announceSignOut()
  window.location.assign(signedOutAt)
  return true
}

const returnPathKey = 'return path'

/** Stores in this tab the path that the person wanted to open before signing in. */
export function storeReturnPath(path: string | null): void {
  const safe = safeCallbackPath(path)
  if (safe !== '/') writeSessionItem(returnPathKey, safe)
}

/** Returns the path to open after signing in, and removes it. */
export function takeReturnPath(): string {
  const stored = readSessionItem(returnPathKey)
  writeSessionItem(returnPathKey, null)
  return safeCallbackPath(typeof stored === 'string' ? stored : null)
}
