'use client'

import type { ReactNode } from 'react'
import { PageButtons } from '@/components/list/page-buttons'
import type { List } from '@/components/list/use-list'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'
import { zoneName } from '@/lib/time'

/** The time zone in which times are shown. */
function TimeZoneNote({ className }: { className: string }) {
  const { t, locale, zone } = useIntl()
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return (
    <span className={`hidden text-12 text-text-2 ${className}`}>
      {fill(t.pager.zone, { zone: zoneName(undefined, locale, zone), place })}
    </span>
  )
}

type PagerProps = {
  list: Pick<List, 'pageNumber' | 'first' | 'previous' | 'next'>
  rowCount: number
  pageSize: number
  /** Whether rows have a number in the list; otherwise the number of the page is shown. */
  isNumbered?: boolean
  /** After the range: the total. */
  total?: ReactNode
  /** In which order the rows come. */
  order: string
  /** After the order: how to have another one. */
  orderAction?: ReactNode
  /** The class that shows the time zone where it has room. */
  zoneClassName: string
  /** Called when the button of the next page is pointed at or focused. */
  onNextLikely?: () => void
  /** Further controls before the buttons. */
  children?: ReactNode
}

/** The bar below a list: which rows these are, in which order, and the buttons of the other pages. */
export function Pager(props: PagerProps) {
  const {
    list,
    rowCount,
    pageSize,
    isNumbered = true,
    total,
    order,
    orderAction,
    zoneClassName,
    onNextLikely,
    children,
  } = props
  const { t, locale } = useIntl()
  const { pageNumber } = list
  const format = (value: number) => value.toLocaleString(locale)
  const from = pageNumber === null ? null : (pageNumber - 1) * pageSize + 1
  return (
    <nav
      aria-label={t.pager.label}
      className="relative z-bar flex h-14 min-w-0 items-center gap-3 whitespace-nowrap border-line border-t bg-chrome px-3 wide:h-(--h-pager)"
    >
      <span className="text-12" data-range>
        {rowCount === 0 ? (
          <span className="text-text-2">{t.pager.none}</span>
        ) : (
          <b className="font-medium">
            {from !== null && isNumbered
              ? fill(t.pager.range, { from: format(from), to: format(from + rowCount - 1) })
              : pageNumber !== null && fill(t.pager.page, { page: format(pageNumber) })}
          </b>
        )}
        {rowCount > 0 && total}
      </span>
      <span className="hidden text-12 text-text-2 mid:inline">{order}</span>
      {orderAction}
      <span className="flex-auto" />
      <TimeZoneNote className={zoneClassName} />
      {children}
      <PageButtons list={list} onNextLikely={onNextLikely} />
    </nav>
  )
}
