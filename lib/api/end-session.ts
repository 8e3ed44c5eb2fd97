import { fetchJson } from '@/lib/api/client'
import { isApiError } from '@/lib/api/errors'
import { routes } from '@/lib/api/routes'
import { sessionEndedSchema } from '@/lib/own-sessions'

/** Ends a session of the person who is signed in; one that had ended before has ended, too. Throws an `ApiError`. */
export async function endSession(accountId: string, id: string): Promise<void> {
  const init = { method: 'POST', body: JSON.stringify({ id }), headers: { 'content-type': 'application/json' } }
  try {
    await fetchJson<object>(routes.api.sessionsEnd(accountId), async () => sessionEndedSchema, undefined, init)
  } catch (thrown) {
    if (!isApiError(thrown) || thrown.code !== 'not_found') throw thrown
  }
}
