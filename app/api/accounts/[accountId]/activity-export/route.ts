import { parseActivityFilters } from '@/lib/audit/parse-activity-query'
import { exportAuditEvents } from '@/lib/server/audit/read'
import { Attachment } from '@/lib/server/http/attachment'
import { requestPreferences } from '@/lib/server/http/preferences'
import { route } from '@/lib/server/http/route'

/** The audit events that the filters match as a CSV file for the person's spreadsheet: the newest 100,000 at most. */
export const GET = route({
  permission: 'activity:read',
  query: parseActivityFilters,
  response: { safeParse: (answer) => ({ success: answer instanceof Attachment }) },
  run: async ({ access, query }) => exportAuditEvents(access, query, await requestPreferences()),
})
