'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { FailureMessage, WayOut } from '@/components/ui/failure'
import { useTrouble } from '@/components/ui/use-trouble'
import type { ApiError } from '@/lib/api/errors'

/** The screen of a page that could not be read. Trying again requests the page again. */
export function PageFailure({ error }: { error: ApiError }) {
  const router = useRouter()
  const [isTrying, startTrying] = useTransition()
  const trouble = useTrouble({ error, isSuccess: false, errorUpdatedAt: 0 })
  return (
    <FailureMessage error={error} level={1}>
      {trouble && <WayOut trouble={trouble} isTrying={isTrying} onRetry={() => startTrying(() => router.refresh())} />}
    </FailureMessage>
  )
}
