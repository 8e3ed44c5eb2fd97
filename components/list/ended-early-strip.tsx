'use client'

import { ChevronRight, TriangleAlert } from 'lucide'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'
import { fill } from '@/lib/messages/messages'

export type EndedEarly = {
  /** How many rows the list has returned up to its end. */
  listed: number
  total: number
  onReadAgain: () => void
  /** Goes on after the last row; null where the page has none. */
  onLookFurther: (() => void) | null
}

/** The list ended before its total: it may be incomplete. */
export function EndedEarlyStrip({ listed, total, onReadAgain, onLookFurther }: EndedEarly) {
  const { t, locale } = useIntl()
  const format = (value: number) => value.toLocaleString(locale)
  return (
    <Strip
      tone="warn"
      icon={TriangleAlert}
      actions={
        <>
          <Button size="small" onClick={onReadAgain}>
            {t.endedEarly.readAgain}
          </Button>
          {onLookFurther && (
            <Button size="small" onClick={onLookFurther}>
              {t.endedEarly.further}
              <Icon of={ChevronRight} size={12} />
            </Button>
          )}
        </>
      }
    >
      <b className="font-medium">{t.endedEarly.title}</b>{' '}
      <span className="text-text-2">{fill(t.endedEarly.text, { listed: format(listed), total: format(total) })}</span>
    </Strip>
  )
}
