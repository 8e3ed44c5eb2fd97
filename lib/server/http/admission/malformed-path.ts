import 'server-only'

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** A path that no page and no route has. The API answers to its own with JSON. */
const nowhere = (path: string) => (path.startsWith('/api/accounts/') ? '/api/accounts/-/-' : '/-/-')

/**
 * The URL of a request, or one that does not exist where the percent-encoding of its path is no UTF-8, such as `/%ff`: Next
 * answers that with a bare 500 before any code of ours runs.
 */
export function toDecodableUrl(url: string): string {
  const [path = ''] = url.split('?')
  return isDecodable(path) ? url : nowhere(path)
}
