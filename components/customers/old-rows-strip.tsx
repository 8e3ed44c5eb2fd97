'use client'

import { CloudOff } from 'lucide-react'
import { Button, buttonClass } from '@/components/ui/button'
import { failureText } from '@/components/ui/failure-text'
import { useIntl } from '@/components/ui/intl'
import { RetryButton } from '@/components/ui/retry-button'
import { Strip } from '@/components/ui/strip'
import type { ApiError } from '@/lib/api-error'
import { fill } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { formatDateTime } from '@/lib/time'

export type FailureProps = { error: ApiError; onRetry: () => void; onFirst: () => void }

/** The next step out of a failure. */
export function useWayOut({ error, onRetry, onFirst }: FailureProps) {
  const { t } = useIntl()
  const small = { size: 'small' as const }
  if (error.code === 'unauthenticated') {
    const back = typeof window === 'undefined' ? undefined : `${window.location.pathname}${window.location.search}`
    return (
      <a className={buttonClass(small)} href={routes.signIn(back)}>
        {t.errors.signIn}
      </a>
    )
  }
  if (error.code === 'invalid_query' && error.field === 'starting_after')
    return (
      <Button size="small" onClick={onFirst}>
        {t.pager.first}
      </Button>
    )
  return <RetryButton key={error.request_id} waitSeconds={error.retry_after_seconds} onRetry={onRetry} />
}

/** Above the rows that were there before: they stay, and their age is told. */
export function OldRowsStrip({ since, ...props }: FailureProps & { since: number }) {
  const { t, locale, zone } = useIntl()
  const { title, text } = failureText(t.errors, props.error)
  const wayOut = useWayOut(props)
  const time = formatDateTime(new Date(since).toISOString(), locale, zone).split(' ').at(-1) ?? ''
  return (
    <Strip tone="bad" icon={CloudOff} role="alert" actions={wayOut}>
      <b className="font-medium">{title}</b>{' '}
      <span className="text-text-2">
        {text} {fill(t.errors.oldRows, { time })}
      </span>
    </Strip>
  )
}
