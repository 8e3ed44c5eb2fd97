import { fetchJson } from '@/lib/api/client'
import { postForm } from '@/lib/api/post-form'
import { routes, safeCallbackPath } from '@/lib/api/routes'

/** Signing in and out from the browser, without next-auth's own 17 kB: its token against forgery, then its forms. */

const csrfSchema = {
  safeParse: (value: unknown) =>
    typeof value === 'object' && value !== null && 'csrfToken' in value && typeof value.csrfToken === 'string'
      ? { success: true as const, data: value.csrfToken }
      : { success: false as const },
}

const csrfToken = () => fetchJson<string>(routes.api.auth('csrf'), async () => csrfSchema)

/** Signs a demo person in. Throws where the server cannot be asked. */
export async function signInDemo(email: string, password: string): Promise<'signed in' | 'refused' | 'too many'> {
  const fields = { csrfToken: await csrfToken(), email, password, callbackUrl: '/' }
  const { ok, status } = await postForm(routes.api.auth('callback/demo'), fields)
  return ok ? 'signed in' : status === 429 ? 'too many' : 'refused'
}

/** The provider's address at which an OpenID sign-in goes on, or null where it cannot begin. */
export async function beginOidcSignIn(): Promise<string | null> {
  // Back to the sign-in page: the way on is kept in this tab, not in a cookie.
  const fields = { csrfToken: await csrfToken(), callbackUrl: routes.signIn() }
  return (await postForm(routes.api.auth('signin/oidc'), fields)).url
}

/** Ends the sign-in, and empties what this tab kept of customers. */
export async function signOut(): Promise<void> {
  await postForm(routes.api.auth('signout'), { csrfToken: await csrfToken(), callbackUrl: '/' })
  sessionStorage.clear()
}

const wayBackKey = 'way-back'

/** Keeps where a person wanted to go, in this tab alone. */
export function keepWayBack(path: string | null): void {
  const safe = safeCallbackPath(path)
  if (safe !== '/') sessionStorage.setItem(wayBackKey, safe)
}

/** Where to go after sign-in; asked once. */
export function takeWayBack(): string {
  const path = safeCallbackPath(sessionStorage.getItem(wayBackKey))
  sessionStorage.removeItem(wayBackKey)
  return path
}
