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
  size: number,
  width?: 'auto' | '24%',
) {
  const header = function Header() {
    return useIntl().t.activity[id]
  }
  return { id, header, meta: { className: styles[id], size, width } }
}

/** The columns, in order. Their places on a card are in the stylesheet. */
export const activityColumns = columns([
  accessor('at', { ...common('time', 132), cell: TimeCell }),
  accessor('actor', { ...common('person', 160), cell: PersonCell }),
  accessor('actor', { ...common('role', 116), cell: RoleCell }),
  accessor('kind', { ...common('kind', 136), cell: KindCell }),
  accessor('customers', { ...common('customer', 132), cell: CustomersCell }),
  accessor('filters', { ...common('query', 264, '24%'), cell: QueryCell }),
  accessor('rows', { ...common('count', 72), cell: CountCell }),
  accessor('note', { ...common('note', 120, 'auto'), cell: NoteCell }),
])
