import type { ApiError } from '@/lib/api-error'
import { isApiError } from '@/lib/api-error'
import { buildHeader, noticeBuild } from '@/lib/newer-build'

/** What `fetchJson` needs of a schema: zod's `safeParse`, without zod. */
type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } }

const failure = (code: ApiError['code'], message: string): ApiError => ({ code, message, request_id: '' })
const unreachable = () => failure('unreachable', 'The server did not answer.')

/**
 * Asks our own API and gives the parsed answer. Throws an `ApiError`, also where the network or a proxy in between
 * failed; an aborted call throws the signal's reason. `change` makes it a call that changes something. The schema is a promise so that it need not be in the first load.
 */
export async function fetchJson<T>(
  url: string,
  schema: Promise<Schema<T>>,
  signal?: AbortSignal,
  change?: RequestInit,
): Promise<T> {
  // Code that does not come, because the network or this version of it is gone, is no failure of its own.
  const parser = schema.catch(() => null)
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, ...(signal && { signal }), ...change })
    noticeBuild(response.headers.get(buildHeader))
    body = await response.json()
  } catch (error) {
    if (signal?.aborted) throw error
    throw unreachable()
  }
  if (!response.ok) {
    const sent = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
    if (isApiError(sent)) throw sent
    throw response.status > 501 ? unreachable() : failure('internal', 'The server failed.')
  }
  const known = await parser
  if (!known) throw unreachable()
  const parsed = known.safeParse(body)
  if (!parsed.success) throw failure('internal', 'The server answered the unknown.')
  return parsed.data
}
