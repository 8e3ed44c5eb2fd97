'use client'

import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Say } from '@/components/ui/say'

/** The last resort: what no screen foresaw, or a part of the page that the server no longer has. */
export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  const { t } = useIntl()
  const isPart = error.name === 'ChunkLoadError'
  const { title, text } = isPart ? t.errors.missingPart : t.errors.internal
  const again = isPart ? () => window.location.reload() : reset
  return (
    <div role="alert">
      <Say level={1} title={title} actions={<Button onClick={again}>{t.errors.tryAgain}</Button>}>
        {text}
      </Say>
    </div>
  )
}
