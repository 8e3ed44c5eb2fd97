'use client'

import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Say } from '@/components/ui/say'

/** Where nobody's reading can be recorded, nothing is shown. */
export function NoDatabase() {
  const { t } = useIntl()
  const { title, text } = t.errors.audit_unavailable
  return (
    <main>
      <div role="alert">
        <Say
          level={1}
          title={title}
          actions={<Button onClick={() => window.location.reload()}>{t.errors.tryAgain}</Button>}
        >
          {text}
        </Say>
      </div>
    </main>
  )
}
