'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

type RetryButtonProps = {
  /** How long to wait first, where that was said. A new failure is a new button: give it a key. */
  waitSeconds?: number
  isTrying?: boolean
  onRetry: () => void
}

/** Tries again; not before its time, which it counts down. */
export function RetryButton({ waitSeconds = 0, isTrying = false, onRetry }: RetryButtonProps) {
  const { t } = useIntl()
  const [left, setLeft] = useState(waitSeconds)

  useEffect(() => {
    const readyAt = performance.now() + waitSeconds * 1000
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((readyAt - performance.now()) / 1000))
      setLeft(seconds)
      if (seconds === 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [waitSeconds])

  return (
    <Button size="small" aria-busy={isTrying} disabled={left > 0} onClick={onRetry}>
      {left > 0 ? fill(t.errors.tryAgainIn, { seconds: left }) : t.errors.tryAgain}
    </Button>
  )
}
