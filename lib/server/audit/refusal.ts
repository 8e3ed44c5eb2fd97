import 'server-only'
import type { Permission } from '@/lib/access'
import { appendAuditEvent } from '@/lib/server/audit/append'
import type { AccountAccess } from '@/lib/server/auth/account-access'

type PathParams = Record<string, string | string[] | undefined>

/**
 * Audits that somebody requested what their role does not permit. The path parameter `customerId`, where there is one,
 * names the customer. Throws `audit_unavailable`.
 */
export function auditRefusal(access: AccountAccess, permission: Permission, { customerId }: PathParams): Promise<void> {
  return appendAuditEvent(access, {
    kind: 'refused',
    customers: customerId === undefined ? [] : [String(customerId)],
    note: `role ${access.viewer.role ?? 'none'} lacks ${permission}`,
  })
}
