'use client'

import { ChevronDown, ChevronFirst, ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { pageSizes } from '@/lib/customers/customer-query'
import { fill, plural } from '@/lib/messages/messages'
import { zoneName } from '@/lib/time'

type PagerProps = {
  /** How many rows stand on this page, and the page's ordinal; null where the address does not tell. */
  rows: number
  at: number | null
  limit: number
  total: number | null | undefined
  /** In which order the rows come. */
  order: string
  /** Whether the rows of a page can be told by their number in the list. */
  isNumbered: boolean
  onFirst: (() => void) | null
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  /** Fetches the next page ahead, when its button is pointed at or focused. */
  onNextLikely: () => void
  onLimit: (limit: number) => void
  /** Why Previous is off though this is not the first page. */
  previousReason: string | null
}

/** First, previous, next, page size, and where in the list this is. */
export function Pager({
  rows,
  at,
  limit,
  total,
  order,
  isNumbered,
  onFirst,
  onPrevious,
  onNext,
  onNextLikely,
  onLimit,
  previousReason,
}: PagerProps) {
  const { t, locale, zone } = useIntl()
  const number = (value: number) => value.toLocaleString(locale)
  const from = at === null ? null : (at - 1) * limit + 1
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone

  const page = (go: (() => void) | null) => () => {
    go?.()
    return go !== null
  }
  useCommand({
    id: 'previous-page',
    keys: ['['],
    title: t.shortcuts.previousPage,
    group: 'list',
    run: page(onPrevious),
  })
  useCommand({ id: 'next-page', keys: [']'], title: t.shortcuts.nextPage, group: 'list', run: page(onNext) })

  return (
    <nav
      aria-label={t.pager.label}
      className="relative z-bar flex h-14 min-w-0 items-center gap-3 whitespace-nowrap border-line border-t bg-chrome px-3 wide:h-(--h-pager)"
    >
      <span className="text-12" data-range>
        {rows === 0 ? (
          <span className="text-text-2">{t.pager.none}</span>
        ) : (
          <b className="font-medium">
            {from !== null && isNumbered
              ? fill(t.pager.range, { from: number(from), to: number(from + rows - 1) })
              : at !== null && fill(t.pager.page, { page: number(at) })}
          </b>
        )}
        {typeof total === 'number' && rows > 0 && (
          <>
            {' '}
            <span className="text-text-2">{isNumbered ? t.pager.of : '·'}</span>{' '}
            <b className="font-medium">{number(total)}</b>
            {!isNumbered && ` ${plural(t.count.customers, total, locale)}`}
          </>
        )}
      </span>
      <span className="hidden text-12 text-text-2 wide:inline">{order}</span>
      <span className="flex-auto" />
      <span className="hidden text-12 text-text-2 mid:inline">
        {fill(t.pager.zone, { zone: zoneName(undefined, locale, zone), place })}
      </span>
      <span aria-hidden="true" className="hidden h-4 w-px bg-line-strong mid:block" />
      <label className="relative hidden items-center text-12 text-text-2 wide:inline-flex">
        <span className="sr-only">{t.pager.rowsLabel}</span>
        <select
          value={limit}
          onChange={(event) => onLimit(Number(event.target.value))}
          className="field-sizing-content h-6 appearance-none rounded-2 bg-transparent pr-5 pl-1.5 hover:bg-press"
        >
          {[...new Set([...pageSizes, limit])]
            .sort((a, b) => a - b)
            .map((size) => (
              <option key={size} value={size} className="bg-float">
                {fill(t.pager.rows, { count: size })}
              </option>
            ))}
        </select>
        <Icon of={ChevronDown} size={12} className="pointer-events-none absolute right-1" />
      </label>
      <span className="flex items-center gap-1">
        {/* Narrow screens leave First to Previous, unless the way back is not known. */}
        <span className={previousReason ? 'contents' : 'hidden wide:contents'}>
          <Button variant="plain" size="small" disabled={!onFirst} onClick={() => onFirst?.()}>
            <Icon of={ChevronFirst} />
            {t.pager.first}
          </Button>
        </span>
        <Button
          size="small"
          className="min-h-11 wide:min-h-0"
          disabled={!onPrevious}
          title={previousReason ?? undefined}
          aria-describedby={previousReason ? 'previous-reason' : undefined}
          onClick={() => onPrevious?.()}
        >
          <Icon of={ChevronLeft} />
          {t.pager.previous}{' '}
          <span className="hidden wide:flex">
            <Kbd>[</Kbd>
          </span>
        </Button>
        {previousReason && (
          <span id="previous-reason" className="sr-only">
            {previousReason}
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
          <Icon of={ChevronRight} />
        </Button>
      </span>
    </nav>
  )
}
