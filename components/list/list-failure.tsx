'use client'

import type { List } from '@/components/list/use-list'
import { Button } from '@/components/ui/button'
import { FailureAction, FailureMessage, FailureStrip, OfflineStrip } from '@/components/ui/failure/failure-message'
import type { Failure } from '@/components/ui/failure/use-failure'
import { useOnline, useOnReconnect } from '@/components/ui/failure/use-online'
import { useIntl } from '@/components/ui/intl'
import { SlowAnswerStrip } from '@/components/ui/waiting/slow-answer'

type ActionProps = { list: List; failure: Failure }

/** What helps against a failure: to retry, or to go to the first page where the API no longer knows the cursor. */
function ListFailureAction({ list, failure }: ActionProps) {
  const { t } = useIntl()
  const { code, field } = failure.error
  if (code === 'invalid_query' && field === 'starting_after' && list.first)
    return (
      <Button size="small" onClick={list.first}>
        {t.pager.first}
      </Button>
    )
  return <FailureAction failure={failure} isTrying={list.isFetching} onRetry={list.retry} />
}

/**
 * Above stale rows: why no newer ones come, and how old they are. A retry starts when the network is back. Above rows that
 * are on their way: what is waited for, once that takes long.
 */
export function RowsStrip({ list, waitsFor }: { list: List; waitsFor: string }) {
  const { shown, failure, isStale, isFetching, readAt, retry } = list
  const isOnline = useOnline()
  useOnReconnect(() => failure && retry())
  if (shown && !isOnline) return <OfflineStrip readAt={readAt} />
  if (!failure) return isFetching && (isStale || !shown) && <SlowAnswerStrip text={waitsFor} />
  return (
    shown && (
      <FailureStrip failure={failure} readAt={readAt}>
        <ListFailureAction list={list} failure={failure} />
      </FailureStrip>
    )
  )
}

/** In place of rows, where none have ever come. */
export function ListFailure({ list, failure }: ActionProps) {
  return (
    <FailureMessage error={failure.error}>
      <ListFailureAction list={list} failure={failure} />
    </FailureMessage>
  )
}
