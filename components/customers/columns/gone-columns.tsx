'use client'

import { X } from 'lucide'
import { toolClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { columnName } from '@/lib/customers/columns/column-name'
import { fill } from '@/lib/messages/messages'

/** Columns that are chosen and left out, since the account no longer declares their attribute. It may do so again. */
export function GoneColumns({ ids, onRemove }: { ids: readonly string[]; onRemove: (id: string) => void }) {
  const { t } = useIntl()
  if (ids.length === 0) return null
  return (
    <ul className="mt-1 border-line border-t pt-1">
      {ids.map((id) => (
        <li key={id} className="flex min-h-8 items-center gap-2">
          <span className="min-w-0 flex-auto truncate text-text-2">
            <Text>{columnName(id, t)}</Text> <span className="text-12 text-text-3">{t.columns.gone}</span>
          </span>
          <button
            type="button"
            className={toolClass}
            aria-label={fill(t.columns.remove, { column: columnName(id, t) })}
            onClick={() => onRemove(id)}
          >
            <Icon of={X} />
          </button>
        </li>
      ))}
    </ul>
  )
}
