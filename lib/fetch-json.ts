import type { ApiError } from '@/lib/api-error'
import { isApiError } from '@/lib/api-error'

/** What `fetchJson` needs of a schema: zod's `safeParse`, without zod. */
type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } }

const failure = (code: ApiError['code'], message: string): ApiError => ({ code, message, request_id: '' })

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
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, ...(signal && { signal }), ...change })
    body = await response.json()
  } catch (error) {
    if (signal?.aborted) throw error
    throw failure('upstream_unavailable', 'The server did not answer.')
  }
  if (!response.ok) {
    const sent = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
    throw isApiError(sent) ? sent : failure('internal', 'The server failed.')
  }
  const parsed = (await schema).safeParse(body)
  if (!parsed.success) throw failure('internal', 'The server answered the unknown.')
  return parsed.data
}
