import 'server-only'
import type { Permission } from '@/lib/access'
import type { AccountAccess } from '@/lib/server/account-access'
import { record } from '@/lib/server/activity/record'

/** Records that somebody tried what their role does not hold. Throws `audit_unavailable` where it cannot. */
export function recordRefusal(access: AccountAccess, permission: Permission, customerId?: string): Promise<void> {
  return record(access, {
    kind: 'refused',
    customers: customerId === undefined ? [] : [customerId],
    note: `role ${access.viewer.role ?? 'none'} lacks ${permission}`,
  })
}
