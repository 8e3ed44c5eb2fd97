'use client'

import type { Activity } from '@/components/activity/use-activity'
import { Button } from '@/components/ui/button'
import { FailureAction, FailureMessage, StaleRowsStrip } from '@/components/ui/failure/failure-message'
import { useIntl } from '@/components/ui/intl'
import { StateMessage } from '@/components/ui/state-message'

type TroubleProps = Pick<Activity, 'trouble' | 'isTrying' | 'retry' | 'readAt'>

/** Above the rows that were there before: they stay, and their age is told. */
export function OldEventsStrip({ trouble, readAt, isTrying, retry }: TroubleProps) {
  return (
    <StaleRowsStrip failure={trouble} readAt={readAt} onRetry={retry}>
      {trouble && <FailureAction failure={trouble} isTrying={isTrying} onRetry={retry} />}
    </StaleRowsStrip>
  )
}

/** In place of rows that could not be read. */
export function ActivityFailure({ trouble, isTrying, retry }: Omit<TroubleProps, 'readAt'>) {
  return (
    trouble && (
      <FailureMessage error={trouble.error}>
        <FailureAction failure={trouble} isTrying={isTrying} onRetry={retry} />
      </FailureMessage>
    )
  )
}

/** In place of rows where there are none: none at all, or none that match. */
export function NoEvents({ isFiltered, clear }: Pick<Activity, 'isFiltered' | 'clear'>) {
  const { t } = useIntl()
  if (!isFiltered) return <StateMessage title={t.activity.none}>{t.activity.noneText}</StateMessage>
  return (
    <StateMessage title={t.activity.noMatch} actions={<Button onClick={clear}>{t.filters.clear}</Button>}>
      {t.activity.noMatchText}
    </StateMessage>
  )
}
