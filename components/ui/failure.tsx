'use client'

import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { type Failure, failureText } from '@/components/ui/failure-text'
import { useIntl } from '@/components/ui/intl'
import { RequestId } from '@/components/ui/request-id'
import { RetryButton } from '@/components/ui/retry-button'
import { Say } from '@/components/ui/say'
import { Strip } from '@/components/ui/strip'
import { fill } from '@/lib/messages/messages'
import { formatTime } from '@/lib/time'

/** What failed, with the id by which the log tells of it. */
type Failed = { error: Failure & { request_id: string } }

/** The next thing to do after a failure: try again, or sign in where the session has ended. */
export function WayOut({ error, isTrying, onRetry }: Failed & { isTrying?: boolean; onRetry: () => void }) {
  const { t } = useIntl()
  if (error.code !== 'unauthenticated') {
    const { request_id, retry_after_seconds } = error
    return <RetryButton key={request_id} waitSeconds={retry_after_seconds} isTrying={isTrying} onRetry={onRetry} />
  }
  // A page leads whoever is not signed in to sign-in, and back to its own address.
  const here = typeof window === 'undefined' ? '/' : `${window.location.pathname}${window.location.search}`
  return (
    <a className={buttonClass({ size: 'small' })} href={here}>
      {t.errors.signIn}
    </a>
  )
}

/** In place of what could not be read; `children` is the way out. */
export function FailureMessage({ error, level, children }: Failed & { level?: 1 | 2 | 3; children: ReactNode }) {
  const { t } = useIntl()
  const { title, text } = failureText(t.errors, error)
  return (
    <div role="alert">
      <Say
        level={level}
        title={title}
        actions={
          <>
            {children}
            <RequestId id={error.request_id} />
          </>
        }
      >
        {text}
      </Say>
    </div>
  )
}

/** Above what was read before and stays; `since` (milliseconds since 1970) tells its age. `children` is the way out. */
export function FailureStrip({ error, since, children }: Failed & { since?: number; children: ReactNode }) {
  const { t, locale, zone } = useIntl()
  const { title, text } = failureText(t.errors, error)
  const time = since === undefined ? '' : formatTime(new Date(since).toISOString(), locale, zone)
  return (
    <Strip tone="bad" icon={CloudOff} role="alert" actions={children}>
      <b className="font-medium">{title}</b>{' '}
      <span className="text-text-2">
        {text} {since !== undefined && fill(t.errors.oldRows, { time })}
      </span>
    </Strip>
  )
}
