import 'server-only'
import { hasPermission, type Role } from '@/lib/access'
import { env } from '@/lib/server/env'

/** What the screen of a record needs: settings of the operator, and what a person may do there. */
export const recordSettings = (role: Role | null) => {
  const { backOfficeUrl, consentMaxAgeMonths, hiddenSections } = env()
  return {
    ...{ backOfficeUrl, consentMaxAgeMonths, hiddenSections },
    mayReadActivity: hasPermission(role, 'activity:read'),
    mayExport: hasPermission(role, 'customers:export'),
  }
}
