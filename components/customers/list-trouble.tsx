'use client'

import { Button } from '@/components/ui/button'
import { FailureMessage, OldRows, WayOut } from '@/components/ui/failure'
import { useIntl } from '@/components/ui/intl'
import type { Trouble } from '@/components/ui/use-trouble'

type FailureProps = { trouble: Trouble; isTrying: boolean; onRetry: () => void; onFirst: () => void }

/** The next step out of a failure; from a place in the list that Dintero no longer knows, to its first page. */
function ListWayOut({ onFirst, ...tried }: FailureProps) {
  const { t } = useIntl()
  const { error } = tried.trouble
  if (error.code !== 'invalid_query' || error.field !== 'starting_after') return <WayOut {...tried} />
  return (
    <Button size="small" onClick={onFirst}>
      {t.pager.first}
    </Button>
  )
}

type OldRowsStripProps = { failure: FailureProps | null; readAt: number }

/** Above the rows that were there before: they stay, and their age is told. */
export function OldRowsStrip({ failure, readAt }: OldRowsStripProps) {
  return (
    <OldRows trouble={failure?.trouble ?? null} readAt={readAt} onRetry={() => failure?.onRetry()}>
      {failure && <ListWayOut {...failure} />}
    </OldRows>
  )
}

/** In place of rows, where there are none to keep. */
export function ListFailure(props: FailureProps) {
  return (
    <FailureMessage error={props.trouble.error}>
      <ListWayOut {...props} />
    </FailureMessage>
  )
}
