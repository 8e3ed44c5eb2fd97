import 'server-only'
import { subscribe } from 'node:diagnostics_channel'

/** The message that Node publishes at the start of a request. */
type RequestStart = { request: { url?: string } }

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
 * Replaces a path whose percent-encoding is no UTF-8, such as `/%ff`, by one that does not exist: Next answers it with a
 * bare 500 before any code of ours runs. Call it once, at start.
 */
export function rewriteMalformedPaths(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as RequestStart
    const [path = ''] = (request.url ?? '').split('?')
    if (!isDecodable(path)) request.url = nowhere(path)
  })
}
