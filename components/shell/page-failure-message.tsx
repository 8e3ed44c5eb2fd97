'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { FailureAction, FailureMessage } from '@/components/ui/failure/failure-message'
import { useFailure } from '@/components/ui/failure/use-failure'
import type { ApiError } from '@/lib/api/errors'

/** The screen of a page that could not be read. Trying again requests the page again. */
export function PageFailureMessage({ error }: { error: ApiError }) {
  const router = useRouter()
  const [isTrying, startTrying] = useTransition()
  const failure = useFailure({ error, isSuccess: false, errorUpdatedAt: 0 })
  return (
    <FailureMessage error={error} level={1}>
      {failure && (
        <FailureAction failure={failure} isTrying={isTrying} onRetry={() => startTrying(() => router.refresh())} />
      )}
    </FailureMessage>
  )
}
