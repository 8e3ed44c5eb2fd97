'use client'

import { CloudOff, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { type Failure, failureText } from '@/components/ui/failure-text'
import { type Intl as PersonIntl, useIntl } from '@/components/ui/intl'
import { RequestId } from '@/components/ui/request-id'
import { RetryButton } from '@/components/ui/retry-button'
import { Say } from '@/components/ui/say'
import { Strip } from '@/components/ui/strip'
import { useOnline, useWhenBack } from '@/components/ui/use-online'
import type { Trouble } from '@/components/ui/use-trouble'
import { fill } from '@/lib/messages/messages'
import { formatTime } from '@/lib/time'

/** What failed, with the id by which the log tells of it. */
type Failed = { error: Failure & { request_id: string } }

/** The next thing to do after a failure: try again, or sign in where the session has ended. */
export function WayOut(props: { trouble: Trouble; isTrying?: boolean; onRetry: () => void }) {
  const { t } = useIntl()
  if (props.trouble.error.code !== 'unauthenticated') return <RetryButton {...props} />
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

const timeOf = (ms: number, { locale, zone }: PersonIntl) => formatTime(new Date(ms).toISOString(), locale, zone)

type FailureStripProps = {
  trouble: Trouble
  /** When what stays on the screen was read, in milliseconds since 1970. */
  readAt?: number
  children: ReactNode
}

/** Above what was read before and stays: what is wrong, since when, and how old that is. `children` is the way out. */
export function FailureStrip({ trouble, readAt, children }: FailureStripProps) {
  const intl = useIntl()
  const { errors } = intl.t
  const { title, text } = failureText(errors, trouble.error)
  return (
    <Strip tone="bad" icon={CloudOff} role="alert" actions={children}>
      <b className="font-medium">{title}</b>{' '}
      <span className="text-text-2">
        {trouble.tries > 1 && `${fill(errors.since, { time: timeOf(trouble.since, intl) })} `}
        {text} {readAt !== undefined && fill(errors.oldRows, { time: timeOf(readAt, intl) })}
      </span>
    </Strip>
  )
}

type OldRowsProps = {
  trouble: Trouble | null
  readAt: number
  onRetry: () => void
  children: ReactNode
}

/** Above rows that were read before: why no newer ones come. `children` is the way out of trouble. */
export function OldRows({ trouble, readAt, onRetry, children }: OldRowsProps) {
  useWhenBack(() => trouble && onRetry())
  if (!useOnline()) return <OfflineStrip readAt={readAt} />
  return (
    trouble && (
      <FailureStrip trouble={trouble} readAt={readAt}>
        {children}
      </FailureStrip>
    )
  )
}

/** This machine has no network: what was read before stays, and what is asked meanwhile goes on by itself. */
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
