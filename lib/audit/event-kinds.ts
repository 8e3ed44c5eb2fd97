/** What can be done that is recorded. Apart from the schemas, which come to the browser with its first call. */
export const auditEventKinds = [
  'search',
  'count',
  'open',
  'section',
  'reveal',
  'refused',
  'sign_in',
  'sign_out',
  'activity',
  'export',
] as const
export type AuditEventKind = (typeof auditEventKinds)[number]
