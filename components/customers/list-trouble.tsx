'use client'

import { Button } from '@/components/ui/button'
import { FailureAction, FailureMessage, StaleRowsStrip } from '@/components/ui/failure/failure-message'
import type { Failure } from '@/components/ui/failure/use-failure'
import { useIntl } from '@/components/ui/intl'

type FailureProps = { trouble: Failure; isTrying: boolean; onRetry: () => void; onFirst: () => void }

/** The next step out of a failure; from a place in the list that Dintero no longer knows, to its first page. */
function ListFailureAction({ onFirst, trouble, ...rest }: FailureProps) {
  const { t } = useIntl()
  const { error } = trouble
  if (error.code !== 'invalid_query' || error.field !== 'starting_after')
    return <FailureAction failure={trouble} {...rest} />
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
    <StaleRowsStrip failure={failure?.trouble ?? null} readAt={readAt} onRetry={() => failure?.onRetry()}>
      {failure && <ListFailureAction {...failure} />}
    </StaleRowsStrip>
  )
}

/** In place of rows, where there are none to keep. */
export function ListFailure(props: FailureProps) {
  return (
    <FailureMessage error={props.trouble.error}>
      <ListFailureAction {...props} />
    </FailureMessage>
  )
}
