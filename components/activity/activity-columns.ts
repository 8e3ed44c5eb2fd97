import { createColumnHelper } from '@tanstack/react-table'
import {
  CountCell,
  CustomersCell,
  KindCell,
  PersonCell,
  RoleCell,
  TimeCell,
} from '@/components/activity/activity-cells'
import styles from '@/components/activity/activity-cells.module.css'
import type { ActivityRow } from '@/components/activity/activity-rows'
import { NoteCell } from '@/components/activity/note-cell'
import { QueryCell } from '@/components/activity/opened-sections'
import { type ListFeatures, listFeatures } from '@/components/list/list-features'
import { useIntl } from '@/components/ui/intl'

export const activityFeatures = listFeatures<ActivityRow>()

const { accessor, columns } = createColumnHelper<ListFeatures<ActivityRow>, ActivityRow>()

/** What all columns have: an id, the header of that name in the catalogue, and a class. */
function common(
  id: 'time' | 'person' | 'role' | 'kind' | 'customer' | 'query' | 'count' | 'note',
  width?: 'auto' | '24%',
) {
  const header = function Header() {
    return useIntl().t.activity[id]
  }
  return { id, header, meta: { className: styles[id], width } }
}

/** The columns, in order. Their places on a card are in the stylesheet. */
export const activityColumns = columns([
  accessor('at', { ...common('time'), cell: TimeCell, size: 132 }),
  accessor('actor', { ...common('person'), cell: PersonCell, size: 160 }),
  accessor('actor', { ...common('role'), cell: RoleCell, size: 116 }),
  accessor('kind', { ...common('kind'), cell: KindCell, size: 136 }),
  accessor('customers', { ...common('customer'), cell: CustomersCell, size: 132 }),
  accessor('filters', { ...common('query', '24%'), cell: QueryCell, size: 264 }),
  accessor('rows', { ...common('count'), cell: CountCell, size: 72 }),
  accessor('note', { ...common('note', 'auto'), cell: NoteCell, size: 120 }),
])
