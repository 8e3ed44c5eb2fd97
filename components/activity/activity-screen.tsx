'use client'

import { Suspense } from 'react'
import { ActivityFacets } from '@/components/activity/activity-facets'
import { ActivityHead } from '@/components/activity/activity-head'
import { ActivityTable } from '@/components/activity/activity-table'
import { useActivity } from '@/components/activity/use-activity'
import { NoRowsState, RowsNotice } from '@/components/list/list-states'
import { Pager } from '@/components/list/pager'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { routes } from '@/lib/api/routes'
import { serializeActivityQuery } from '@/lib/audit/activity-query'
import type { QueryProblem } from '@/lib/customers/filters/parse-customer-query'

const NoEvents = lazyComponent(
  () => import('@/components/activity/no-events'),
  (all) => all.NoEvents,
)
const IgnoredParams = lazyComponent(
  () => import('@/components/list/ignored-params'),
  (all) => all.IgnoredParams,
)

/** How many events the API returns at once. */
const pageSize = 50

type ActivityScreenProps = { accountId: string; mayReadCustomers: boolean; problems: QueryProblem[] }

/** Who looked at what: arranges its parts. */
export function ActivityScreen({ accountId, mayReadCustomers, problems }: ActivityScreenProps) {
  const { t } = useIntl()
  const activity = useActivity(accountId)
  const { list, filterParams } = activity
  const { events = [], total = null, checked = null } = list.shown?.page ?? {}
  const getCleanUrl = () => routes.activity(accountId, serializeActivityQuery({ ...activity.query }))
  return (
    <div className="grid h-full min-w-0 grid-cols-1 grid-rows-head-filters-strip-body-foot print:block">
      <ActivityHead checked={checked} exportHref={routes.api.activityExport(accountId, filterParams)} />
      <ActivityFacets activity={activity} events={events} total={total} />
      <div>
        {problems.length > 0 && (
          <Suspense>
            <IgnoredParams params={problems} getCleanUrl={getCleanUrl} />
          </Suspense>
        )}
        <RowsNotice list={list} waitsFor={t.waiting.activity} />
      </div>
      {events.length > 0 ? (
        <ActivityTable
          accountId={accountId}
          events={events}
          isStale={list.isStale}
          answerKey={`${list.shown?.context} ${list.pageNumber}`}
          mayReadCustomers={mayReadCustomers}
        />
      ) : (
        <div className="border-line border-t">
          <NoRowsState list={list} none={<NoEvents activity={activity} />} />
        </div>
      )}
      <Pager
        list={list}
        rowCount={events.length}
        pageSize={pageSize}
        order={t.pager.newestFirst}
        zoneClassName="wide:inline"
      />
    </div>
  )
}
