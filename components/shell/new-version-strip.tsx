'use client'

import { RefreshCw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'

/** There is a newer build: whoever is on the phone goes on, and reloads when it suits. */
export function NewVersionStrip() {
  const { title, text, reload } = useIntl().t.errors.newVersion
  return (
    <Strip
      tone="plain"
      icon={RefreshCw}
      actions={
        <Button size="small" onClick={() => window.location.reload()}>
          {reload}
        </Button>
      }
    >
      <b className="font-medium">{title}</b> <span className="text-text-2">{text}</span>
    </Strip>
  )
}
