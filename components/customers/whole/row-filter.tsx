'use client'

import { ListFilter } from 'lucide'
import { useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

type RowFilterProps = { count: number; filter: string; onFilter: (filter: string) => void }

/** Filters the rows that are loaded, in the browser; it says that it looks in no others. */
export function RowFilter({ count, filter, onFilter }: RowFilterProps) {
  const { t, locale } = useIntl()
  const id = useId()
  const label = fill(t.whole.filter, { count: count.toLocaleString(locale) })
  return (
    <span className="relative flex flex-none items-center">
      <Icon of={ListFilter} size={12} className="pointer-events-none absolute left-2 text-text-3" />
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="search"
        value={filter}
        placeholder={label}
        title={t.whole.filterNote}
        autoComplete="off"
        onChange={(event) => onFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter === '') return
          event.stopPropagation()
          onFilter('')
        }}
        className="h-11 w-52 rounded-2 border border-line-control bg-page pr-2 pl-6.5 text-12 wide:h-6"
      />
    </span>
  )
}
