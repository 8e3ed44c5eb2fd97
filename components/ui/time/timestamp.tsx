'use client'

import { type ReactNode, Suspense, type SyntheticEvent, useState } from 'react'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { formatDate, formatDateTime } from '@/lib/time'

const TimeCard = lazyComponent(
  () => import('@/components/ui/time/time-card'),
  (all) => all.TimeCard,
)

type TimestampProps = {
  iso: string
  as?: 'date' | 'moment'
  /** Whether it stands in a row whose record shows it too: then it is no stop for Tab, of which a page would hold a hundred. */
  isInRow?: boolean
  children?: ReactNode
}

/**
 * An instant in the person's time zone. Its card has all forms of it, each to be copied: on hover, and, outside of rows, on
 * focus and touch (WCAG 1.4.13, "Content on Hover or Focus"). The card is made when it is first wanted.
 */
export function Timestamp({ iso, as = 'date', isInRow = false, children }: TimestampProps) {
  const { locale, zone } = useIntl()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const handleInterest = ({ currentTarget }: SyntheticEvent<HTMLElement>) => setAnchor(currentTarget)
  const time = (
    <time dateTime={iso} onPointerEnter={isInRow ? handleInterest : undefined}>
      {children ?? (as === 'moment' ? formatDateTime(iso, locale, zone) : formatDate(iso, locale, zone))}
    </time>
  )
  return (
    <>
      {isInRow ? (
        time
      ) : (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          className="text-left"
          onPointerEnter={handleInterest}
          onFocus={handleInterest}
        >
          {time}
        </button>
      )}
      {anchor && (
        <Suspense>
          <TimeCard iso={iso} anchor={anchor} isOpen={isOpen} onOpenChange={setIsOpen} />
        </Suspense>
      )}
    </>
  )
}
