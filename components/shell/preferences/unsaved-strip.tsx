'use client'

import { TriangleAlert } from 'lucide'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'

/** A choice could not be saved, and everything is as it was before it. */
export function UnsavedStrip({ onRetry }: { onRetry: () => void }) {
  const { t } = useIntl()
  const { title, text } = t.errors.unsavedChoice
  return (
    <Strip
      tone="bad"
      role="alert"
      icon={TriangleAlert}
      actions={
        <Button size="small" onClick={onRetry}>
          {t.errors.tryAgain}
        </Button>
      }
    >
      <b className="font-medium">{title}</b> <span className="text-text-2">{text}</span>
    </Strip>
  )
}
