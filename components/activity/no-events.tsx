'use client'

import type { Activity } from '@/components/activity/use-activity'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { StateMessage } from '@/components/ui/state-message'

/** In place of rows where there are none: nothing is logged yet, or nothing matches the filters. */
export function NoEvents({ activity: { isFiltered, clearFilters } }: { activity: Activity }) {
  const { t } = useIntl()
  if (!isFiltered)
    return (
      <StateMessage isAnnounced title={t.activity.none}>
        {t.activity.noneText}
      </StateMessage>
    )
  return (
    <StateMessage
      isAnnounced
      title={t.activity.noMatch}
      actions={<Button onClick={clearFilters}>{t.filters.clear}</Button>}
    >
      {t.activity.noMatchText}
    </StateMessage>
  )
}
