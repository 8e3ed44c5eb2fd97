'use client'

import { ChevronFirst, ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { fill } from '@/lib/messages/messages'
import { zoneName } from '@/lib/time'

/** The bar below a list. */
export const pagerClass =
  'relative z-bar flex h-14 min-w-0 items-center gap-3 whitespace-nowrap border-line border-t bg-chrome px-3 wide:h-(--h-pager)'

/** In which zone times are written. */
export function TimesZone({ className }: { className: string }) {
  const { t, locale, zone } = useIntl()
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return (
    <span className={`hidden text-12 text-text-2 ${className}`}>
      {fill(t.pager.zone, { zone: zoneName(undefined, locale, zone), place })}
    </span>
  )
}

type Go = (() => void) | null

type PageButtonsProps = {
  onFirst: Go
  onPrevious: Go
  onNext: Go
  /** Fetches the next page ahead, when its button is pointed at or focused. */
  onNextLikely?: () => void
}

/** First, previous, next, by button and by key. Where there is a first page to go to and no previous one, it says why. */
export function PageButtons({ onFirst, onPrevious, onNext, onNextLikely }: PageButtonsProps) {
  const { t } = useIntl()
  const noTrail = onFirst && !onPrevious ? t.pager.noTrail : undefined
  const page = (go: Go) => () => {
    go?.()
    return go !== null
  }
  const group = 'list' as const
  useCommand({ id: 'previous-page', keys: ['['], title: t.shortcuts.previousPage, group, run: page(onPrevious) })
  useCommand({ id: 'next-page', keys: [']'], title: t.shortcuts.nextPage, group, run: page(onNext) })
  return (
    <span className="flex items-center gap-1">
      {/* Narrow screens leave First to Previous, unless the way back is not known. */}
      <span className={noTrail ? 'contents' : 'hidden wide:contents'}>
        <Button
          variant="plain"
          size="small"
          className="min-h-11 wide:min-h-0"
          disabled={!onFirst}
          onClick={() => onFirst?.()}
        >
          <ChevronFirst />
          {t.pager.first}
        </Button>
      </span>
      <Button
        size="small"
        className="min-h-11 wide:min-h-0"
        disabled={!onPrevious}
        title={noTrail}
        aria-describedby={noTrail && 'previous-reason'}
        onClick={() => onPrevious?.()}
      >
        <ChevronLeft />
        {t.pager.previous}{' '}
        <span className="hidden wide:flex">
          <Kbd>[</Kbd>
        </span>
      </Button>
      {noTrail && (
        <span id="previous-reason" className="sr-only">
          {noTrail}
        </span>
      )}
      <Button
        size="small"
        className="min-h-11 wide:min-h-0"
        disabled={!onNext}
        onClick={() => onNext?.()}
        onPointerEnter={onNextLikely}
        onFocus={onNextLikely}
      >
        {t.pager.next}{' '}
        <span className="hidden wide:flex">
          <Kbd>]</Kbd>
        </span>
        <ChevronRight />
      </Button>
    </span>
  )
}
