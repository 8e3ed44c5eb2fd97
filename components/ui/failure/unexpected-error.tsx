'use client'

import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { StateMessage } from '@/components/ui/state-message'

/** The screen for an unexpected error. Trying again renders the page again. */
export function UnexpectedError({ reset }: { reset: () => void }) {
  const { t } = useIntl()
  return (
    <div role="alert">
      <StateMessage
        level={1}
        title={t.errors.internal.title}
        actions={<Button onClick={reset}>{t.errors.tryAgain}</Button>}
      >
        {t.errors.internal.text}
      </StateMessage>
    </div>
  )
}
