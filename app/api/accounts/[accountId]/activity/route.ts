import { activityPageSchema } from '@/lib/audit/audit-event'
import { parseActivityQuery } from '@/lib/audit/parse-activity-query'
import { readAuditEvents } from '@/lib/server/audit/read'
import { route } from '@/lib/server/http/route'

/** One page of the audit log, with the sections of each opened record: `{"events", "total", "next", "checked"}`. */
export const GET = route({
  permission: 'activity:read',
  query: parseActivityQuery,
  response: activityPageSchema,
  run: ({ access, query }) => readAuditEvents(access, query),
})
