'use client'

import { ChevronFirst, ChevronLeft, ChevronRight } from 'lucide-react'
import type { Activity } from '@/components/activity/use-activity'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { fill } from '@/lib/messages/messages'
import { zoneName } from '@/lib/time'

const pageRows = 50

type ActivityPagerProps = Pick<Activity, 'at' | 'onFirst' | 'onPrevious' | 'onNext'> & { rows: number }

/** First, previous, next, and which rows these are. */
export function ActivityPager({ rows, at, onFirst, onPrevious, onNext }: ActivityPagerProps) {
  const { t, locale, zone } = useIntl()
  const number = (value: number) => value.toLocaleString(locale)
  const from = at === null ? null : (at - 1) * pageRows + 1
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  const noTrail = onFirst && !onPrevious ? t.pager.noTrail : undefined

  const page = (go: (() => void) | null) => () => {
    go?.()
    return go !== null
  }
  const group = 'list' as const
  useCommand({ id: 'previous-page', keys: ['['], title: t.shortcuts.previousPage, group, run: page(onPrevious) })
  useCommand({ id: 'next-page', keys: [']'], title: t.shortcuts.nextPage, group, run: page(onNext) })

  return (
    <nav
      aria-label={t.pager.label}
      className="relative z-bar flex h-14 min-w-0 items-center gap-3 whitespace-nowrap border-line border-t bg-chrome px-3 text-12 wide:h-(--h-pager)"
    >
      <b className="font-medium" data-range>
        {rows === 0
          ? t.pager.none
          : from !== null && fill(t.pager.range, { from: number(from), to: number(from + rows - 1) })}
      </b>
      <span className="hidden text-text-2 wide:inline">{t.pager.newestFirst}</span>
      <span className="flex-auto" />
      <span className="hidden text-text-2 wide:inline">
        {fill(t.pager.zone, { zone: zoneName(undefined, locale, zone), place })}
      </span>
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
            <Icon of={ChevronFirst} />
            {t.pager.first}
          </Button>
        </span>
        <Button
          size="small"
          className="min-h-11 wide:min-h-0"
          disabled={!onPrevious}
          title={noTrail}
          onClick={() => onPrevious?.()}
        >
          <Icon of={ChevronLeft} />
          {t.pager.previous}
          <span className="hidden wide:flex">
            <Kbd>[</Kbd>
          </span>
        </Button>
        <Button size="small" className="min-h-11 wide:min-h-0" disabled={!onNext} onClick={() => onNext?.()}>
          {t.pager.next}
          <span className="hidden wide:flex">
            <Kbd>]</Kbd>
          </span>
          <Icon of={ChevronRight} />
        </Button>
      </span>
    </nav>
  )
}
