'use client'

import { CloudOff, WifiOff } from 'lucide'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { type FailureReason, failureText } from '@/components/ui/failure/failure-text'
import { RequestId } from '@/components/ui/failure/request-id'
import { RetryButton } from '@/components/ui/failure/retry-button'
import type { Failure } from '@/components/ui/failure/use-failure'
import { useOnline, useOnReconnect } from '@/components/ui/failure/use-online'
import { type Intl as PersonIntl, useIntl } from '@/components/ui/intl'
import { StateMessage } from '@/components/ui/state-message'
import { Strip } from '@/components/ui/strip'
import { fill } from '@/lib/messages/messages'
import { formatTime } from '@/lib/time'

/** The next step after a failure: a retry, or a link to sign-in when the session has ended. */
export function FailureAction(props: { failure: Failure; isTrying?: boolean; onRetry: () => void }) {
  const { t } = useIntl()
  const { code } = props.failure.error
  // What a role does not permit is refused again.
  if (code === 'forbidden' || code === 'contact_fragment') return null
  if (code !== 'unauthenticated') return <RetryButton {...props} />
  // Without a session, every page redirects to sign-in and back to its own URL.
  const here = typeof window === 'undefined' ? '/' : `${window.location.pathname}${window.location.search}`
  return (
    <a className={buttonClass({ size: 'small' })} href={here}>
      {t.errors.signIn}
    </a>
  )
}

type FailureMessageProps = {
  error: FailureReason & { request_id: string }
  level?: 1 | 2 | 3
  /** The next step, such as a `FailureAction`. */
  children: ReactNode
}

/** Stands in place of content that could not be fetched. */
export function FailureMessage({ error, level, children }: FailureMessageProps) {
  const { t } = useIntl()
  const { title, text } = failureText(t.errors, error)
  return (
    <div role="alert">
      <StateMessage
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
      </StateMessage>
    </div>
  )
}

const timeOf = (ms: number, { locale, zone }: PersonIntl) => formatTime(new Date(ms).toISOString(), locale, zone)

type FailureStripProps = {
  failure: Failure
  /** When the content that stays on the screen was fetched, in milliseconds since 1970. */
  readAt?: number
  /** The next step, such as a `FailureAction`. */
  children: ReactNode
}

/** Stands above older content that stays on the screen: what failed, since when, and how old the content is. */
export function FailureStrip({ failure, readAt, children }: FailureStripProps) {
  const intl = useIntl()
  const { errors } = intl.t
  const { title, text } = failureText(errors, failure.error)
  return (
    <Strip tone="bad" icon={CloudOff} role="alert" actions={children}>
      <b className="font-medium">{title}</b>{' '}
      <span className="text-text-2">
        {[
          ...(failure.attempts > 1 ? [fill(errors.since, { time: timeOf(failure.since, intl) })] : []),
          text,
          ...(readAt === undefined ? [] : [fill(errors.oldRows, { time: timeOf(readAt, intl) })]),
        ].join(' ')}
      </span>
    </Strip>
  )
}

type StaleRowsStripProps = {
  failure: Failure | null
  readAt: number
  onRetry: () => void
  /** The next step, such as a `FailureAction`. */
  children: ReactNode
}

/** A strip above older rows that shows why there are no newer ones. Retries when the network connection returns. */
export function StaleRowsStrip({ failure, readAt, onRetry, children }: StaleRowsStripProps) {
  useOnReconnect(() => failure && onRetry())
  if (!useOnline()) return <OfflineStrip readAt={readAt} />
  return (
    failure && (
      <FailureStrip failure={failure} readAt={readAt}>
        {children}
      </FailureStrip>
    )
  )
}

/** This machine has no network: older content stays, and paused queries continue once it is back. */
export function OfflineStrip({ readAt }: { readAt: number }) {
  const intl = useIntl()
  const { title, text } = intl.t.errors.offline
  return (
    <Strip tone="warn" icon={WifiOff}>
      <b className="font-medium">{title}</b>{' '}
      <span className="text-text-2">{fill(text, { time: timeOf(readAt, intl) })}</span>
    </Strip>
  )
}
