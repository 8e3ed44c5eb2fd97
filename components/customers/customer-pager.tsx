'use client'

import { ChevronDown } from 'lucide'
import type { ComponentProps, ReactNode } from 'react'
import { Pager } from '@/components/list/pager'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { pageSizes } from '@/lib/customers/filters/customer-query'
import { fill, plural } from '@/lib/messages/messages'

type PageSizeProps = { pageSize: number; onPageSize: (pageSize: number) => void }

function PageSizeSelect({ pageSize, onPageSize }: PageSizeProps) {
  const { t } = useIntl()
  // The URL may hold a size that is none of ours.
  const sizes = [...new Set([...pageSizes, pageSize])].sort((a, b) => a - b)
  return (
    <label className="relative hidden items-center text-12 text-text-2 wide:inline-flex">
      <span className="sr-only">{t.pager.rowsLabel}</span>
      <select
        value={pageSize}
        onChange={(event) => onPageSize(Number(event.target.value))}
        className="field-sizing-content h-6 appearance-none rounded-2 bg-transparent pr-5 pl-1.5 hover:bg-press"
      >
        {sizes.map((size) => (
          <option key={size} value={size} className="bg-float">
            {fill(t.pager.rows, { count: size })}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} size={12} className="pointer-events-none absolute right-1" />
    </label>
  )
}

type CustomerPagerProps = Pick<
  ComponentProps<typeof Pager>,
  'list' | 'rowCount' | 'pageSize' | 'isNumbered' | 'order' | 'orderAction' | 'onNextLikely'
> & {
  /** The page size in the URL, which is not yet that of the rows while they are stale. */
  requestedSize: number
  onPageSize: (pageSize: number) => void
  total: number | null | undefined
  /** Stands in place of the total where there is none. */
  noTotal: ReactNode
}

/** The pager of the customers, with their total and the page size. */
export function CustomerPager({ total, noTotal, requestedSize, onPageSize, ...props }: CustomerPagerProps) {
  const { t, locale } = useIntl()
  const { isNumbered } = props
  return (
    <Pager
      {...props}
      zoneClassName="mid:inline"
      total={
        typeof total === 'number' ? (
          <span>
            {' '}
            <span className="text-text-2">{isNumbered ? t.pager.of : '·'}</span>{' '}
            <b className="font-medium">{total.toLocaleString(locale)}</b>
            {!isNumbered && <span>{` ${plural(t.count.customers, total, locale)}`}</span>}
          </span>
        ) : (
          noTotal
        )
      }
    >
      <span aria-hidden="true" className="hidden h-4 w-px bg-line-strong mid:block" />
      <PageSizeSelect pageSize={requestedSize} onPageSize={onPageSize} />
    </Pager>
  )
}
