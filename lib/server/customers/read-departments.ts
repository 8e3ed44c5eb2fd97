import 'server-only'
import type { DepartmentsAnswer } from '@/lib/customers/departments/departments'
import { configuredKeys } from '@/lib/server/audit/append'
import { toAuditFilters } from '@/lib/server/audit/filters'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fetchDepartments } from '@/lib/server/customers/fetch/around/fetch-departments'
import { sectionEvent, withRecordAudit } from '@/lib/server/customers/with-audit'

/**
 * The departments of the organization number of a company, audited. Throws `ApiFailure`: `audit_unavailable` when the audit
 * event cannot be committed.
 */
export async function readDepartments(
  access: AccountAccess,
  customerId: string,
  organizationNumber: string,
  signal?: AbortSignal,
): Promise<DepartmentsAnswer> {
  return withRecordAudit(access, customerId, fetchDepartments(access, organizationNumber, signal), () => {
    const event = sectionEvent(customerId, 'departments')
    // The number comes from the browser, and need not be that of this company.
    const number = toAuditFilters(configuredKeys(), access.account.id, { organization_number: organizationNumber })
    return { ...event, filters: [...(event.filters ?? []), ...number] }
  })
}
