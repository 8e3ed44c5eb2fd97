import type { ApiError } from '@/lib/api/errors'
import { isApiError } from '@/lib/api/errors'
import { buildHeader, markNewerBuild } from '@/lib/api/newer-build'
import { personHeader, requireSamePerson } from '@/lib/api/person'

/** The part of a zod schema that `fetchJson` uses. */
type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } }

const failure = (code: ApiError['code'], message: string): ApiError => ({ code, message, request_id: '' })
const unreachable = () => failure('unreachable', 'The server did not answer.')

/**
 * Calls our own API and returns the parsed answer. `init` is for calls that change something. Throws an `ApiError`, also
 * when the network or a proxy fails; an aborted call throws the reason of the signal.
 */
export async function fetchJson<T>(
  url: string,
  loadSchema: () => Promise<Schema<T>>,
  signal?: AbortSignal,
  init?: RequestInit,
): Promise<T> {
  // A schema that cannot be loaded means that the network or this build is gone: reported below as `unreachable`.
  const schema = loadSchema().catch(() => null)
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, ...(signal && { signal }), ...init })
    markNewerBuild(response.headers.get(buildHeader))
    await requireSamePerson(response.headers.get(personHeader))
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
