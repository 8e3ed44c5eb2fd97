'use client'

import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { columnHead } from '@/lib/customers/columns/column-cell'
import { parseExtraColumn } from '@/lib/customers/columns/column-ids'

type ExportColumnsProps = { all: readonly string[]; chosen: readonly string[]; onToggle: (id: string) => void }

/** Which columns a file has, in their order. */
export function ExportColumns({ all, chosen, onToggle }: ExportColumnsProps) {
  const { t, zone } = useIntl()
  return (
    <fieldset className="grid grid-cols-2 gap-x-4 pb-3 wide:grid-cols-3">
      <legend className="text-12 text-text-2">{t.exports.columns}</legend>
      {all.map((id) => {
        const head = columnHead(id, { t, zone })
        return (
          <label key={id} className="flex min-h-11 min-w-0 items-center gap-2 wide:min-h-7">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              // A file without columns is none.
              disabled={chosen.length === 1 && chosen.includes(id)}
              onChange={() => onToggle(id)}
              className="size-4 flex-none accent-accent"
            />
            <span className="wrap-anywhere min-w-0">
              {parseExtraColumn(id) ? <Text>{head}</Text> : <span>{head}</span>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
