import { preferenceChangeSchema, preferencesChangedSchema } from '@/lib/preference-change'
import { changeOwnPreferences } from '@/lib/server/auth/own-preferences'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** Changes what the person who asks has chosen: any of what `Preferences` has, but `zone` → `{}`. */
export const PATCH = route({
  permission: 'preferences:own',
  query: noQuery,
  body: preferenceChangeSchema,
  response: preferencesChangedSchema,
  run: async ({ access, body }) => {
    await changeOwnPreferences(access, body)
    return {}
  },
})
