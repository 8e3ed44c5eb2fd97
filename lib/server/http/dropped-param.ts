import 'server-only'
import { subscribe } from 'node:diagnostics_channel'

/** Next collects the query in a plain object, in which `__proto__` sets the prototype and is no property. */
const dropped = '__proto__'

/** The header that carries what is dropped, as a query. A value that the client sent itself is overwritten. */
const droppedHeader = 'x-desk-dropped'

/** The message that Node publishes at the start of a request. */
type RequestStart = { request: { url?: string; headers: Record<string, string> } }

/** Passes the one parameter that Next drops in a header of the request. Call it once, at start. */
export function passDroppedParams(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as RequestStart
    const [, query] = (request.url ?? '').split(/\?(.*)/s)
    const values = new URLSearchParams(query).getAll(dropped)
    request.headers[droppedHeader] = new URLSearchParams(values.map((value) => [dropped, value])).toString()
  })
}

/** Adds the parameter that Next drops, so that it is reported like any other that nobody knows. */
export function withDroppedParams(params: URLSearchParams, headers: Pick<Headers, 'get'>): URLSearchParams {
  const values = new URLSearchParams(headers.get(droppedHeader) ?? '')
  return new URLSearchParams([...params, ...values])
}
