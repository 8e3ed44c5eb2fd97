/** The roles of people. A claim that maps to none of them gives no role (default deny). */
export const roles = ['viewer', 'agent', 'auditor', 'admin'] as const
export type Role = (typeof roles)[number]

/**
 * `contact:read` shows contact data; without it customers are masked. `contact:reveal` shows one such field for a while,
 * for a reason that the person gives. `customers:export` makes a file of a list, for a reason as well. `views:own` keeps
 * searches under a name, and `views:share` lets everybody in the account open one. `sessions:own` shows a person their own
 * sessions and ends them; `preferences:own` keeps what they choose for themselves.
 */
export type Permission =
  | 'customers:read'
  | 'contact:read'
  | 'contact:reveal'
  | 'customers:export'
  | 'activity:read'
  | 'views:own'
  | 'views:share'
  | 'sessions:own'
  | 'preferences:own'

/** What everybody with a role may do for themselves. */
const own = ['sessions:own', 'preferences:own'] as const

/** The permissions of each role; they are defined here only. */
export const permissions = {
  viewer: ['customers:read', 'contact:reveal', 'views:own', ...own],
  agent: ['customers:read', 'contact:read', 'customers:export', 'views:own', 'views:share', ...own],
  auditor: ['activity:read', ...own],
  admin: ['customers:read', 'contact:read', 'customers:export', 'activity:read', 'views:own', 'views:share', ...own],
} as const satisfies Record<Role, readonly Permission[]>

/** Whether a role has a permission; without a role nobody has any. */
export function hasPermission(role: Role | null, permission: Permission): boolean {
  return role !== null && (permissions[role] as readonly Permission[]).includes(permission)
}

/** The page flag of a person without `contact:read`, who sees masked customers and may not search by every value. */
export const maskedFlag = 'desk-masked'
