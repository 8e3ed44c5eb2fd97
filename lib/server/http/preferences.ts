import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import type { Preferences } from '@/lib/preferences'
import { readPreferences } from '@/lib/read-preferences'

/** The preferences of this person, from cookies and the browser's language. Parsed once per request. */
export const requestPreferences = cache(async (): Promise<Preferences> => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  return readPreferences((name) => jar.get(name)?.value, head.get('accept-language'))
})
