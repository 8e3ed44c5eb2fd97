import { type ApiError, isApiError } from '@/lib/api/errors'

/** A file as the server sends it, under the name that it gives. */
export type SentFile = { name: string; content: Blob }

const failure = (code: ApiError['code'], message: string): ApiError => ({ code, message, request_id: '' })

/**
 * Requests a file by POST, since it is gone from the server afterwards, and waits for all of it: a part of a file is none.
 * Throws an `ApiError`.
 */
export async function fetchFile(url: string): Promise<SentFile> {
  try {
    const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    const response = await fetch(url, init)
    if (response.ok) {
      const [, name = ''] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? []
      return { name, content: await response.blob() }
    }
    const body: unknown = await response.json()
    const sent = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
    throw isApiError(sent) ? sent : failure('internal', 'The server failed.')
  } catch (thrown) {
    throw isApiError(thrown) ? thrown : failure('unreachable', 'The server did not answer.')
  }
}
