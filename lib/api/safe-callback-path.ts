/**
 * Returns the path of a return URL, or `/` where it is not a path of our own origin: no other origin, no protocol-relative
 * or backslash form (both begin a host in a URL parser), no control characters.
 */
export function safeCallbackPath(value: string | null | undefined): string {
  if (!value) return '/'
  const base = 'http://app.invalid'
  if (!URL.canParse(value, base)) return '/'
  const url = new URL(value, base)
  const path = `${url.pathname}${url.search}`
  return url.origin === base && value.startsWith('/') && !path.startsWith('//') && !path.startsWith('/sign-in')
    ? path
    : '/'
}
