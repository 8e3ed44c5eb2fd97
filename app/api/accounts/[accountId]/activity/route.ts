import { activityPageSchema } from '@/lib/activity/activity'
import { readActivityQuery } from '@/lib/activity/read-activity-query'
import { readActivity } from '@/lib/server/activity/read'
import { handle } from '@/lib/server/handle'

/** One page of the record of reads: `{"events", "next", "checked"}`. */
export const GET = handle({
  permission: 'activity:read',
  query: readActivityQuery,
  response: activityPageSchema,
  run: ({ access, query }) => readActivity(access, query),
})
