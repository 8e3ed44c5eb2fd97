import 'server-only'

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** A segment that URL parsers remove, with the one before it (WHATWG URL, "double-dot URL path segment"). */
const isDots = (segment: string) => /^(\.|%2e){1,2}$/i.test(segment)

/**
 * Whether Next, which parses the path as a URL, finds the same path there: an absolute URL and `*` are none, and dots lead
 * from a file of the build to a page, whose turn admission would not see.
 */
const isPlain = (path: string) => path.startsWith('/') && !path.split(/[/\\]/).some(isDots)

/** A path that no page and no route has. The API answers to its own with JSON. */
const nowhere = (path: string) => (path.startsWith('/api/accounts/') ? '/api/accounts/-/-' : '/-/-')

/**
 * The URL of a request, or one that does not exist where its path is ambiguous (`/_next/static/../…`, `*`), or where its
 * percent-encoding is no UTF-8, such as `/%ff`: Next answers that with a bare 500 before any code of ours runs.
 */
export function toPlainUrl(url: string): string {
  const [path = ''] = url.split('?')
  return isDecodable(path) && isPlain(path) ? url : nowhere(path)
}
