'use client'

import { Button } from '@/components/ui/button'
import { FailureStrip, WayOut } from '@/components/ui/failure'
import { useIntl } from '@/components/ui/intl'
import type { ApiError } from '@/lib/api-error'

export type FailureProps = { error: ApiError; onRetry: () => void; onFirst: () => void }

/** The next step out of a failure; from a place in the list that Dintero no longer knows, to its first page. */
export function ListWayOut({ error, onRetry, onFirst }: FailureProps) {
  const { t } = useIntl()
  if (error.code !== 'invalid_query' || error.field !== 'starting_after')
    return <WayOut error={error} onRetry={onRetry} />
  return (
    <Button size="small" onClick={onFirst}>
      {t.pager.first}
    </Button>
  )
}

/** Above the rows that were there before: they stay, and their age is told. */
export function OldRowsStrip({ since, ...props }: FailureProps & { since: number }) {
  return (
    <FailureStrip error={props.error} since={since}>
      <ListWayOut {...props} />
    </FailureStrip>
  )
}
