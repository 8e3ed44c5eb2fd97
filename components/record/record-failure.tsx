'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { FailureMessage, WayOut } from '@/components/ui/failure'
import type { ApiError } from '@/lib/api-error'

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
