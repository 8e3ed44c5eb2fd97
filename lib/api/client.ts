import type { ApiError } from '@/lib/api/errors'
import { isApiError } from '@/lib/api/errors'
import { buildHeader, noticeBuild } from '@/lib/api/newer-build'

/** What `fetchJson` needs of a schema: zod's `safeParse`. */
type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } }

const failure = (code: ApiError['code'], message: string): ApiError => ({ code, message, request_id: '' })
const unreachable = () => failure('unreachable', 'The server did not answer.')

/**
 * Calls our own API and gives the parsed answer. `init` makes it a call that changes something. Throws an `ApiError`, also
 * where the network or a proxy in between failed; an aborted call throws the signal's reason.
 */
export async function fetchJson<T>(
  url: string,
  loadSchema: () => Promise<Schema<T>>,
  signal?: AbortSignal,
  init?: RequestInit,
): Promise<T> {
  // Code that does not come, because the network or this version of it is gone, is no failure of its own.
  const schema = loadSchema().catch(() => null)
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, ...(signal && { signal }), ...init })
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
  const parsed = (await schema)?.safeParse(body)
  if (!parsed) throw unreachable()
  if (!parsed.success) throw failure('internal', 'The server answered with something unknown.')
  return parsed.data
}
