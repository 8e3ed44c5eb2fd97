'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { FailureReason } from '@/components/ui/failure/failure-text'
import type { Failure } from '@/components/ui/failure/use-failure'
import { useOnline, useOnReconnect } from '@/components/ui/failure/use-online'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

type FailureCode = FailureReason['code']

/** Failures that pass by themselves and are retried automatically. All others need an action by a person. */
const transientCodes: ReadonlySet<FailureCode> = new Set([
  'unreachable',
  'upstream_unavailable',
  'upstream_rate_limited',
  'rate_limited',
  'audit_unavailable',
])
/** Failures with a time before which a retry is refused as well: the button is disabled until then. */
const rateLimitCodes: ReadonlySet<FailureCode> = new Set(['upstream_rate_limited', 'rate_limited'])

/** The seconds before each attempt. The server has already retried, so the first wait is long. */
const backoffSeconds = [10, 20, 30]
/** An upper bound, in case the `Retry-After` of an upstream or a gateway is wrong. */
const maxBackoffSeconds = 120
/** The random share added to each wait, so that many browsers do not retry in the same second. */
const jitter = 0.2
const tickMs = 250

function retryDelaySeconds({ error, attempts }: Pick<Failure, 'error' | 'attempts'>): number {
  const usual = backoffSeconds[Math.min(attempts, backoffSeconds.length) - 1] ?? 0
  const requested = Math.min(error.retry_after_seconds ?? usual, maxBackoffSeconds)
  return rateLimitCodes.has(error.code) ? requested : Math.max(requested, usual)
}

type RetryButtonProps = { failure: Failure; isTrying?: boolean; onRetry: () => void }

/** Retries when it is pressed, and, after a transient failure, automatically at the end of a countdown. */
export function RetryButton({ failure, isTrying = false, onRetry }: RetryButtonProps) {
  const { t } = useIntl()
  const { error, attempts } = failure
  const isTransient = transientCodes.has(error.code)
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  const isRefused = rateLimitCodes.has(error.code) && secondsLeft !== 0
  const isOnline = useOnline()
  /** A hidden or offline tab does not retry; it tries again at the next tick. */
  const retryIfVisible = useEffectEvent(() => {
    if (document.hidden || !isOnline) return false
    onRetry()
    return true
  })

  useEffect(() => {
    if (!transientCodes.has(error.code)) return
    const delaySeconds = retryDelaySeconds({ error, attempts })
    const dueAt = performance.now() + delaySeconds * 1000 * (1 + jitter * Math.random())
    let timer: ReturnType<typeof setInterval>
    const tick = () => {
      const leftMs = Math.max(0, dueAt - performance.now())
      setSecondsLeft(Math.ceil(leftMs / 1000))
      if (leftMs === 0 && retryIfVisible()) clearInterval(timer)
    }
    timer = setInterval(tick, tickMs)
    tick()
    return () => clearInterval(timer)
  }, [error, attempts])
  useOnReconnect(() => isTransient && onRetry())

  return (
    <>
      {isTransient && secondsLeft !== null && (
        <span role="timer" className="flex-none whitespace-nowrap text-text-2 tabular-nums">
          {isTrying || secondsLeft === 0 ? t.errors.trying : fill(t.errors.nextTry, { seconds: secondsLeft })}
        </span>
      )}
      <Button size="small" aria-busy={isTrying} aria-disabled={isRefused} onClick={() => isRefused || onRetry()}>
        {isTransient ? t.errors.tryNow : t.errors.tryAgain}
      </Button>
    </>
  )
}
