import 'server-only'
import type { Permission } from '@/lib/access'
import { appendAuditEvent } from '@/lib/server/audit/append'
import type { AccountAccess } from '@/lib/server/auth/account-access'

/** Records that somebody tried what their role does not hold. Throws `audit_unavailable` where it cannot. */
export function auditRefusal(access: AccountAccess, permission: Permission, customerId?: string): Promise<void> {
  return appendAuditEvent(access, {
    kind: 'refused',
    customers: customerId === undefined ? [] : [customerId],
    note: `role ${access.viewer.role ?? 'none'} lacks ${permission}`,
  })
}
