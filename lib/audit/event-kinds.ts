/** The kinds of audit events. Not in the schema file, so that the first load has no schemas. */
export const auditEventKinds = [
  'search',
  'count',
  'open',
  'section',
  'reveal',
  'identity',
  'view',
  'refused',
  'sign_in',
  'sign_out',
  'session_end',
  'activity',
  'export',
  'prune',
] as const
export type AuditEventKind = (typeof auditEventKinds)[number]
