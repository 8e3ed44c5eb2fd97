import { createColumnHelper } from '@tanstack/react-table'
import {
  CountCell,
  CustomersCell,
  FiltersCell,
  KindCell,
  PersonCell,
  RoleCell,
  TimeCell,
} from '@/components/activity/activity-cells'
import styles from '@/components/activity/activity-cells.module.css'
import { NoteCell } from '@/components/activity/note-cell'
import { type ListFeatures, listFeatures } from '@/components/list/list-features'
import { useIntl } from '@/components/ui/intl'
import type { AuditEvent } from '@/lib/audit/audit-event'

export const activityFeatures = listFeatures<AuditEvent>()

const { accessor, columns } = createColumnHelper<ListFeatures<AuditEvent>, AuditEvent>()

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
  accessor('actor', { ...common('role'), cell: RoleCell, size: 84 }),
  accessor('kind', { ...common('kind'), cell: KindCell, size: 136 }),
  accessor('customers', { ...common('customer'), cell: CustomersCell, size: 132 }),
  accessor('filters', { ...common('query', '24%'), cell: FiltersCell, size: 264 }),
  accessor('rows', { ...common('count'), cell: CountCell, size: 72 }),
  accessor('note', { ...common('note', 'auto'), cell: NoteCell, size: 120 }),
])
