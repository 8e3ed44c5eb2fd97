/** The roles a person may have. A claim that maps to none of them is no role (default deny). */
export const roles = ['viewer', 'agent', 'auditor', 'admin'] as const
export type Role = (typeof roles)[number]

export type Permission = 'customers:read' | 'activity:read'

/** What each role may do, as data: the only place that says so. */
export const permissions = {
  viewer: ['customers:read'],
  agent: ['customers:read'],
  auditor: ['activity:read'],
  admin: ['customers:read', 'activity:read'],
} as const satisfies Record<Role, readonly Permission[]>

/** Whether `role` may do `permission`; nobody without a role may do anything. */
export function may(role: Role | null, permission: Permission): boolean {
  return role !== null && (permissions[role] as readonly Permission[]).includes(permission)
}
