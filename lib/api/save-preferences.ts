import { fetchJson } from '@/lib/api/client'
import { routes } from '@/lib/api/routes'
import { preferencesChangedSchema } from '@/lib/preference-change'
import type { ChosenPreferences } from '@/lib/preferences'

/** Keeps a change for every machine of the person. Throws an `ApiError`. */
export async function savePreferences(accountId: string, change: ChosenPreferences): Promise<void> {
  const init = { method: 'PATCH', body: JSON.stringify(change), headers: { 'content-type': 'application/json' } }
  await fetchJson<object>(routes.api.preferences(accountId), async () => preferencesChangedSchema, undefined, init)
}
