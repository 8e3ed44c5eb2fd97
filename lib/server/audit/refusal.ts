import 'server-only'
import type { Permission } from '@/lib/access'
import { appendAuditEvent } from '@/lib/server/audit/append'
import { refusalNote } from '@/lib/server/audit/refusal-note'
import { groupRefusal } from '@/lib/server/audit/watch/groups'
import type { AccountAccess } from '@/lib/server/auth/account-access'

/**
 * Audits that somebody requested what their role does not permit: the first time in a minute with the customer, and all
 * other times of the minute as one event with their number. `customerId` is null where the path names nobody. Throws
 * `audit_unavailable`.
 */
export async function auditRefusal(
  access: AccountAccess,
  permission: Permission,
  customerId: string | null,
): Promise<void> {
  if (await groupRefusal(access, permission)) return
  await appendAuditEvent(access, {
    kind: 'refused',
    customers: customerId === null ? [] : [customerId],
    note: refusalNote(access.viewer.role, permission),
  })
}
