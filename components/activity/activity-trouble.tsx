'use client'

import type { Activity } from '@/components/activity/use-activity'
import { Button } from '@/components/ui/button'
import { FailureMessage, FailureStrip, WayOut } from '@/components/ui/failure'
import { useIntl } from '@/components/ui/intl'
import { Say } from '@/components/ui/say'
import type { ApiError } from '@/lib/api-error'

type FailureProps = { error: ApiError; retry: () => void }

/** Above the rows that were there before: they stay, and their age is told. */
export function OldEventsStrip({ readAt, error, retry }: FailureProps & Pick<Activity, 'readAt'>) {
  return (
    <FailureStrip error={error} since={readAt}>
      <WayOut error={error} onRetry={retry} />
    </FailureStrip>
  )
}

/** In place of rows that could not be read. */
export function ActivityFailure({ error, retry }: FailureProps) {
  return (
    <FailureMessage error={error}>
      <WayOut error={error} onRetry={retry} />
    </FailureMessage>
  )
}

/** In place of rows where there are none: none at all, or none that match. */
export function NoEvents({ isFiltered, clear }: Pick<Activity, 'isFiltered' | 'clear'>) {
  const { t } = useIntl()
  if (!isFiltered) return <Say title={t.activity.none}>{t.activity.noneText}</Say>
  return (
    <Say title={t.activity.noMatch} actions={<Button onClick={clear}>{t.filters.clear}</Button>}>
      {t.activity.noMatchText}
    </Say>
  )
}
