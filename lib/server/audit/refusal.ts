import 'server-only'
import type { Permission } from '@/lib/access'
import { record } from '@/lib/server/audit/record'
import type { AccountAccess } from '@/lib/server/auth/account-access'

/** Records that somebody tried what their role does not hold. Throws `audit_unavailable` where it cannot. */
export function recordRefusal(access: AccountAccess, permission: Permission, customerId?: string): Promise<void> {
  return record(access, {
    kind: 'refused',
    customers: customerId === undefined ? [] : [customerId],
    note: `role ${access.viewer.role ?? 'none'} lacks ${permission}`,
  })
}
