'use client'

import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { PageButtons, pagerClass, TimesZone } from '@/components/list/page-buttons'
import { useIntl } from '@/components/ui/intl'
import { pageSizes } from '@/lib/customers/filters/customer-query'
import { fill, plural } from '@/lib/messages/messages'

type PagerProps = ComponentProps<typeof PageButtons> & {
  /** How many rows stand on this page, and the page's ordinal; null where the address does not tell. */
  rows: number
  at: number | null
  limit: number
  total: number | null | undefined
  /** In which order the rows come. */
  order: string
  /** Whether the rows of a page can be told by their number in the list. */
  isNumbered: boolean
  onLimit: (limit: number) => void
}

/** First, previous, next, page size, and where in the list this is. */
export function Pager({ rows, at, limit, total, order, isNumbered, onLimit, ...buttons }: PagerProps) {
  const { t, locale } = useIntl()
  const number = (value: number) => value.toLocaleString(locale)
  const from = at === null ? null : (at - 1) * limit + 1
  return (
    <nav aria-label={t.pager.label} className={pagerClass}>
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
      <TimesZone className="mid:inline" />
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
        <ChevronDown size={12} className="pointer-events-none absolute right-1" />
      </label>
      <PageButtons {...buttons} />
    </nav>
  )
}
