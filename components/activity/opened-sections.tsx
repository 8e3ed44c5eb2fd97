'use client'

import type { CellContext } from '@tanstack/react-table'
import { ChevronRight } from 'lucide'
import { createContext, useContext } from 'react'
import { FiltersCell } from '@/components/activity/activity-cells'
import type { ActivityRow } from '@/components/activity/activity-rows'
import type { ListFeatures } from '@/components/list/list-features'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { plural } from '@/lib/messages/messages'

/** Which opened records are unfolded, by the ids of their events. */
export const Unfolded = createContext<{ ids: ReadonlySet<number>; toggle: (id: number) => void }>({
  ids: new Set(),
  toggle: () => {},
})

/** The filters of an event; of an opened record, a button that unfolds the sections that were read with it. */
export function QueryCell(cell: CellContext<ListFeatures<ActivityRow>, ActivityRow, ActivityRow['filters']>) {
  const { t, locale } = useIntl()
  const { ids, toggle } = useContext(Unfolded)
  const { id, sectionCount } = cell.row.original
  return (
    <>
      {sectionCount > 0 && (
        <button
          type="button"
          aria-expanded={ids.has(id)}
          data-fact
          className="hover-fade group inline-flex min-h-6 items-center gap-1 rounded-1 text-text-2 hover:text-text-1 max-wide:min-h-11 print:min-h-0"
          onClick={() => toggle(id)}
        >
          <Icon of={ChevronRight} size={12} className="text-text-3 group-aria-expanded:rotate-90" />
          <span>{plural(t.activity.sections, sectionCount, locale)}</span>
        </button>
      )}
      <FiltersCell {...cell} />
    </>
  )
}
