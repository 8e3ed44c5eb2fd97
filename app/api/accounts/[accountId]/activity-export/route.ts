import { parseActivityFilters } from '@/lib/audit/parse-activity-query'
import { exportAuditEvents } from '@/lib/server/audit/read'
import { Attachment } from '@/lib/server/http/attachment'
import { route } from '@/lib/server/http/route'

/** The record of reads as a CSV file: all that the filters match, at most 100,000 rows, the newest. */
export const GET = route({
  permission: 'activity:read',
  query: parseActivityFilters,
  response: { safeParse: (answer) => ({ success: answer instanceof Attachment }) },
  run: ({ access, query }) => exportAuditEvents(access, query),
})
