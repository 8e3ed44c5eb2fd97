import { HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { dehydrateWithFailures, withApiError } from '@/app/[accountId]/first-answer'
import { renderFailure } from '@/app/[accountId]/render-failure'
import { ActivityScreen } from '@/components/activity/activity-screen'
import { WatchPerson } from '@/components/shell/session/watch-person'
import { hasPermission } from '@/lib/access'
import { activityQueries } from '@/lib/api/queries/activity'
import { parseActivityQuery } from '@/lib/audit/parse-activity-query'
import { readAuditEvents } from '@/lib/server/audit/read'
import { personKey } from '@/lib/server/auth/person-key'
import { page } from '@/lib/server/http/page'
import { screenTitle } from '@/lib/server/http/title'

export const generateMetadata = screenTitle((t) => t.shell.activity)

/** The audit log. Its first HTML holds the newest events; that it was opened is an event itself. */
export default page({
  permission: 'activity:read',
  renderFailure,
  render: async ({ access, searchParams }) => {
    const { viewer, account } = access
    const { query, problems } = parseActivityQuery(searchParams)
    const queryClient = new QueryClient()
    await queryClient.prefetchQuery({
      ...activityQueries.page(account.id, query),
      queryFn: () => withApiError(access, readAuditEvents(access, query)),
    })
    return (
      <HydrationBoundary state={dehydrateWithFailures(queryClient)}>
        <WatchPerson person={personKey(viewer)} />
        <ActivityScreen
          key={account.id}
          accountId={account.id}
          mayReadCustomers={hasPermission(viewer.role, 'customers:read')}
          problems={problems}
        />
      </HydrationBoundary>
    )
  },
})
