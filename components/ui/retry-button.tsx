'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Failure } from '@/components/ui/failure-text'
import { useIntl } from '@/components/ui/intl'
import { useOnline, useWhenBack } from '@/components/ui/use-online'
import type { Trouble } from '@/components/ui/use-trouble'
import { fill } from '@/lib/messages/messages'

/** What passes by itself. The others need somebody to do something first. */
const passing: ReadonlySet<Failure['code']> = new Set([
  'unreachable',
  'upstream_unavailable',
  'upstream_rate_limited',
  'rate_limited',
  'audit_unavailable',
])
/** These say when to come back, and nobody gains by coming sooner. */
const held: ReadonlySet<Failure['code']> = new Set(['upstream_rate_limited', 'rate_limited'])

/** The server has tried several times before it fails: the first is no longer soon, and the later ones are later still. */
const waitsSeconds = [10, 20, 30]
/** Whatever somebody's clock or gateway says: nobody is kept away for longer. */
const longestSeconds = 120
/** So that a whole office does not come back in the same second. */
const spread = 0.2
const tickMs = 250

type RetryButtonProps = { trouble: Trouble; isTrying?: boolean; onRetry: () => void }

/** Tries again: by itself where trouble passes by itself, counted down; and at once when it is pressed. */
export function RetryButton({ trouble, isTrying = false, onRetry }: RetryButtonProps) {
  const { t } = useIntl()
  const { error, tries } = trouble
  const isPassing = passing.has(error.code)
  const isHeld = held.has(error.code)
  const [left, setLeft] = useState<number | null>(null)
  const isOnline = useOnline()
  /** A tab that nobody looks at asks for nothing. */
  const retry = useEffectEvent(() => {
    if (document.hidden || !isOnline) return false
    onRetry()
    return true
  })

  useEffect(() => {
    if (!isPassing) return
    const usual = waitsSeconds[Math.min(tries, waitsSeconds.length) - 1] ?? 0
    const told = Math.min(error.retry_after_seconds ?? usual, longestSeconds)
    const seconds = isHeld ? told : Math.max(told, usual)
    const dueAt = performance.now() + seconds * 1000 * (1 + spread * Math.random())
    let timer: ReturnType<typeof setInterval>
    const tick = () => {
      const leftMs = Math.max(0, dueAt - performance.now())
      setLeft(Math.ceil(leftMs / 1000))
      if (leftMs === 0 && retry()) clearInterval(timer)
    }
    timer = setInterval(tick, tickMs)
    tick()
    return () => clearInterval(timer)
  }, [isPassing, isHeld, error, tries])
  useWhenBack(() => isPassing && onRetry())

  return (
    <>
      {isPassing && left !== null && (
        <span role="timer" className="flex-none whitespace-nowrap text-text-2 tabular-nums">
          {isTrying || left === 0 ? t.errors.trying : fill(t.errors.nextTry, { seconds: left })}
        </span>
      )}
      <Button size="small" aria-busy={isTrying} disabled={isHeld && left !== 0} onClick={onRetry}>
        {isPassing ? t.errors.tryNow : t.errors.tryAgain}
      </Button>
    </>
  )
}
