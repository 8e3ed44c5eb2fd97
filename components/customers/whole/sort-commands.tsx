'use client'

import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { columnName } from '@/lib/customers/columns/column-name'
import { fill } from '@/lib/messages/messages'

type SortCommandsProps = { ids: readonly string[]; onSort: (id: string) => void }

function SortCommand({ id, onSort }: { id: string; onSort: (id: string) => void }) {
  const { t } = useIntl()
  useCommand({
    id: `sort ${id}`,
    keys: [],
    title: fill(t.whole.sortBy, { column: columnName(id, t) }),
    group: 'list',
    run: () => {
      onSort(id)
      return true
    },
  })
  return null
}

/** A command for each column that the rows can be sorted by, for the palette. */
export function SortCommands({ ids, onSort }: SortCommandsProps) {
  return ids.map((id) => <SortCommand key={id} id={id} onSort={onSort} />)
}
