'use client'

import { Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { fill } from '@/lib/messages/messages'
import type { OwnSession } from '@/lib/own-sessions'
import { formatDateTime } from '@/lib/time'

const EndForm = lazyComponent(
  () => import('@/components/sessions/end-form'),
  (all) => all.EndForm,
)

type EndButtonProps = { accountId: string; session: OwnSession; device: string; onEnded: () => void }

/** A button that ends a session after a confirmation. */
export function EndButton({ accountId, session, device, onEnded }: EndButtonProps) {
  const { t, locale, zone } = useIntl()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <span className="relative inline-block">
      <Button
        // Two sessions in the same browser differ by when they began.
        aria-label={fill(t.sessions.endOne, { device, time: formatDateTime(session.created_at, locale, zone) })}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(!isOpen)}
      >
        {t.sessions.end}
      </Button>
      {isOpen && (
        <Suspense>
          <EndForm
            accountId={accountId}
            sessionId={session.id}
            device={device}
            onEnded={onEnded}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </span>
  )
}
