import { activityPageSchema } from '@/lib/audit/audit-event'
import { readActivityQuery } from '@/lib/audit/read-activity-query'
import { readAuditEvents } from '@/lib/server/audit/read'
import { handle } from '@/lib/server/http/route'

/** One page of the record of reads: `{"events", "next", "checked"}`. */
export const GET = handle({
  permission: 'activity:read',
  query: readActivityQuery,
  response: activityPageSchema,
  run: ({ access, query }) => readAuditEvents(access, query),
})
