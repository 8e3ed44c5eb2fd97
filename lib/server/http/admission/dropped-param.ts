import 'server-only'

/** Next collects the query in a plain object, in which `__proto__` sets the prototype and is no property. */
const dropped = '__proto__'

/** The header that carries what is dropped, as a query. `admitRequests` sets it. */
export const droppedHeader = 'x-desk-dropped'

/** The one parameter that Next drops, with its values, as a query. */
export function droppedQuery(url: string): string {
  const [, query] = url.split(/\?(.*)/s)
  const values = new URLSearchParams(query).getAll(dropped)
  return new URLSearchParams(values.map((value) => [dropped, value])).toString()
}

/** Adds the parameter that Next drops, so that it is reported like any other that nobody knows. */
export function withDroppedParams(params: URLSearchParams, headers: Pick<Headers, 'get'>): URLSearchParams {
  const values = new URLSearchParams(headers.get(droppedHeader) ?? '')
  return new URLSearchParams([...params, ...values])
}
