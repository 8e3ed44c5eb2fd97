import 'server-only'
import type { OptionalSection } from '@/lib/customers/model/record-section'
import { env } from '@/lib/server/env'
import { ApiFailure } from '@/lib/server/http/api-failure'

/** Throws `not_found` for a section that this installation has switched off: nothing of it is fetched. */
export function requireSection(section: OptionalSection): void {
  if (env().hiddenSections.includes(section))
    throw new ApiFailure({ code: 'not_found', message: `The section ${section} is switched off here.` })
}
