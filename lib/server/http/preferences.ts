import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import type { ChosenPreferences, Preferences } from '@/lib/preferences'
import { readPreferences } from '@/lib/read-preferences'
import { readChosenPreferences } from '@/lib/server/auth/own-preferences'
import { readViewer } from '@/lib/server/auth/viewer'
import { ApiFailure } from '@/lib/server/http/api-failure'

/** Nothing where nobody is signed in, or where the database does not answer: a page that says so is shown in some language. */
async function readChosen(): Promise<ChosenPreferences> {
  try {
    const viewer = await readViewer()
    return viewer ? await readChosenPreferences(viewer.email) : {}
  } catch (thrown) {
    if (thrown instanceof ApiFailure) return {}
    throw thrown
  }
}

/**
 * The preferences of this person: what they have chosen on any machine, else the cookies of this browser, else its
 * language. Read once per request of a page.
 */
export const requestPreferences = cache(async (): Promise<Preferences> => {
  const [jar, head, chosen] = await Promise.all([cookies(), headers(), readChosen()])
  return { ...readPreferences((name) => jar.get(name)?.value, head.get('accept-language')), ...chosen }
})
