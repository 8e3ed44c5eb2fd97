'use client'

import { Suspense, useState } from 'react'
import { ActivityFacets } from '@/components/activity/activity-facets'
import { ActivityHead } from '@/components/activity/activity-head'
import { ActivityPager } from '@/components/activity/activity-pager'
import { ActivityTable } from '@/components/activity/activity-table'
import { useActivity } from '@/components/activity/use-activity'
import { useOnline } from '@/components/ui/failure/use-online'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { routes } from '@/lib/api/routes'
import { serializeActivityQuery } from '@/lib/audit/activity-query'
import type { QueryProblem } from '@/lib/customers/filters/parse-customer-query'

const loadTrouble = () => import('@/components/activity/activity-trouble')
const OldEventsStrip = lazyComponent(loadTrouble, (all) => all.OldEventsStrip)
const ActivityFailure = lazyComponent(loadTrouble, (all) => all.ActivityFailure)
const NoEvents = lazyComponent(loadTrouble, (all) => all.NoEvents)
const LeftOut = lazyComponent(
  () => import('@/components/list/left-out'),
  (all) => all.LeftOut,
)

type ActivityScreenProps = { accountId: string; mayReadCustomers: boolean; problems: QueryProblem[] }

/** Who looked at what: arranges its parts. */
export function ActivityScreen({ accountId, mayReadCustomers, problems }: ActivityScreenProps) {
  const { t } = useIntl()
  const activity = useActivity(accountId)
  const { page, trouble, isTrying, retry, readAt, isStale, isFiltered, filters, clear } = activity
  const [leftOut, setLeftOut] = useState(problems)
  const isOnline = useOnline()
  const events = page?.events ?? []
  const clean = () => {
    window.history.replaceState(null, '', routes.activity(accountId, serializeActivityQuery({ ...activity.query })))
    setLeftOut([])
  }
  return (
    <div className="grid h-full min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_auto_minmax(0,1fr)_auto]">
      <ActivityHead checked={page?.checked ?? null} exportHref={routes.api.activityExport(accountId, filters)} />
      <ActivityFacets activity={activity} />
      <Suspense>
        <div>
          {leftOut.length > 0 && <LeftOut problems={leftOut} onDismiss={clean} />}
          {(trouble || !isOnline) && page && <OldEventsStrip {...{ trouble, isTrying, retry, readAt }} />}
        </div>
      </Suspense>
      {events.length > 0 ? (
        <ActivityTable accountId={accountId} events={events} isStale={isStale} mayReadCustomers={mayReadCustomers} />
      ) : (
        <Suspense>
          <div className="border-line border-t">
            {page ? (
              <NoEvents isFiltered={isFiltered} clear={clear} />
            ) : trouble ? (
              <ActivityFailure {...{ trouble, isTrying, retry }} />
            ) : (
              <p role="status" className="p-3 text-text-2">
                {t.filters.loading}
              </p>
            )}
          </div>
        </Suspense>
      )}
      <ActivityPager {...activity} rows={events.length} />
    </div>
  )
}
