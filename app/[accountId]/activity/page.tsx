import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { toSearchParams } from '@/app/to-search-params'
import { ActivityScreen } from '@/components/activity/activity-screen'
import { NotAllowed } from '@/components/shell/not-allowed'
import { hasPermission } from '@/lib/access'
import { activityQueries } from '@/lib/api/queries/activity'
import { parseActivityQuery } from '@/lib/audit/parse-activity-query'
import { messagesFor } from '@/lib/messages/catalogue'
import { readAuditEvents } from '@/lib/server/audit/read'
import { auditRefusal } from '@/lib/server/audit/refusal'
import { requirePageAccess } from '@/lib/server/auth/viewer'
import { requestPreferences } from '@/lib/server/http/preferences'
import { toApiError } from '@/lib/server/http/route'

type Props = {
  params: Promise<{ accountId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who looked at what. Its first HTML holds the rows, and opening it is one of them the next time. */
export default async function ActivityPage({ params, searchParams }: Props) {
  const access = await requirePageAccess((await params).accountId)
  const { viewer, account } = access
  if (!hasPermission(viewer.role, 'activity:read')) {
    await auditRefusal(access, 'activity:read')
    const t = messagesFor((await requestPreferences()).locale)
    return viewer.role && <NotAllowed t={t} role={viewer.role} accountId={account.id} page="activity" />
  }

  const { query, problems } = parseActivityQuery(toSearchParams(await searchParams))
  const queryClient = new QueryClient()
  await queryClient.prefetchQuery({
    ...activityQueries.page(account.id, query),
    queryFn: () =>
      readAuditEvents(access, query).catch((thrown: unknown) => {
        throw toApiError(thrown, access.request.id)
      }),
  })
  // A failure travels like rows do: the screen shows it without asking again.
  const state = dehydrate(queryClient, { shouldDehydrateQuery: () => true, shouldRedactErrors: () => false })
  return (
    <HydrationBoundary state={state}>
      <ActivityScreen
        key={account.id}
        accountId={account.id}
        mayReadCustomers={hasPermission(viewer.role, 'customers:read')}
        problems={problems}
      />
    </HydrationBoundary>
  )
}
