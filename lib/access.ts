/** The roles a person may have. A claim that maps to none of them is no role (default deny). */
export const roles = ['viewer', 'agent', 'auditor', 'admin'] as const
export type Role = (typeof roles)[number]

/**
 * `contact:read` is to see contact data; without it customers are seen masked. `contact:reveal` is to see one such field
 * for a while, with a reason.
 */
export type Permission = 'customers:read' | 'contact:read' | 'contact:reveal' | 'activity:read'

/** What each role may do, as data: the only place that says so. */
export const permissions = {
  viewer: ['customers:read', 'contact:reveal'],
  agent: ['customers:read', 'contact:read'],
  auditor: ['activity:read'],
  admin: ['customers:read', 'contact:read', 'activity:read'],
} as const satisfies Record<Role, readonly Permission[]>

/** Whether `role` may do `permission`; nobody without a role may do anything. */
export function hasPermission(role: Role | null, permission: Permission): boolean {
  return role !== null && (permissions[role] as readonly Permission[]).includes(permission)
}
