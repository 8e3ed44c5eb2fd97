'use client'

import { CloudOff } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useTransition } from 'react'
import { buttonClass } from '@/components/ui/button'
import { failureText } from '@/components/ui/failure-text'
import { useIntl } from '@/components/ui/intl'
import { RequestId } from '@/components/ui/request-id'
import { RetryButton } from '@/components/ui/retry-button'
import { Say } from '@/components/ui/say'
import { Strip } from '@/components/ui/strip'
import type { ApiError } from '@/lib/api-error'
import { routes } from '@/lib/routes'

type WayOutProps = { error: ApiError; isTrying?: boolean; onRetry: () => void }

/** The next thing to do after a failure: try again, or sign in where the session has ended. */
export function WayOut({ error, isTrying = false, onRetry }: WayOutProps) {
  const { t } = useIntl()
  if (error.code === 'unauthenticated') {
    const back = typeof window === 'undefined' ? undefined : `${window.location.pathname}${window.location.search}`
    return (
      <a className={buttonClass({ size: 'small' })} href={routes.signIn(back)}>
        {t.errors.signIn}
      </a>
    )
  }
  const { request_id, retry_after_seconds } = error
  return <RetryButton key={request_id} waitSeconds={retry_after_seconds} isTrying={isTrying} onRetry={onRetry} />
}

type FailureMessageProps = { error: ApiError; level: 1 | 3; children: ReactNode }

/** In place of a record that could not be read; `children` is the way out. */
export function FailureMessage({ error, level, children }: FailureMessageProps) {
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

/** Above a record whose newest state could not be read: what the list held stays. */
export function FailureStrip({ error, children }: { error: ApiError; children: ReactNode }) {
  const { t } = useIntl()
  const { title, text } = failureText(t.errors, error)
  return (
    <Strip tone="bad" icon={CloudOff} role="alert" actions={children}>
      <b className="font-medium">{title}</b> <span className="text-text-2">{text}</span>
    </Strip>
  )
}

/** A record that could not be read, on its own page. */
export function RecordFailure({ error }: { error: ApiError }) {
  const router = useRouter()
  const [isTrying, startTrying] = useTransition()
  return (
    <FailureMessage error={error} level={1}>
      <WayOut error={error} isTrying={isTrying} onRetry={() => startTrying(() => router.refresh())} />
    </FailureMessage>
  )
}
