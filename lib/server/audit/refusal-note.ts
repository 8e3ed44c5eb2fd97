import 'server-only'

/** The note of a refusal: the role of the person, and the permission that it lacks. */
export const refusalNote = (role: string | null, permission: string): string =>
  `role ${role ?? 'none'} lacks ${permission}`
