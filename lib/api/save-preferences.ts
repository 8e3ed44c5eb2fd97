import { fetchJson } from '@/lib/api/client'
import { routes } from '@/lib/api/routes'
import { preferencesChangedSchema } from '@/lib/preference-change'
import type { ChosenPreferences } from '@/lib/preferences'

/** Twice as long as the server takes to answer at most: a request that never ends would keep all tabs waiting. */
const longestMs = 20_000

/**
 * Keeps a change for every machine of the person, and calls `onSaved`. One change of all tabs is sent at a time: else the answer
 * to the first could come after that to the second, and the tabs would show the first. Browsers have such locks on pages over
 * https and of this machine alone, and the server is configured for no others. Throws an `ApiError`.
 */
export async function savePreferences(
  accountId: string,
  change: ChosenPreferences,
  onSaved: () => void,
): Promise<void> {
  const init = { method: 'PATCH', body: JSON.stringify(change), headers: { 'content-type': 'application/json' } }
  await navigator.locks.request('customer-desk preferences', async () => {
    const signal = AbortSignal.timeout(longestMs)
    await fetchJson<object>(routes.api.preferences(accountId), async () => preferencesChangedSchema, signal, init)
    onSaved()
  })
}
