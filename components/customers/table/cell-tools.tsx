'use client'

import { ListFilter } from 'lucide-react'
import styles from '@/components/customers/table/table-cells.module.css'
import { CopyButton } from '@/components/ui/copy-button'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

export type ToolsProps = {
  value: string
  what: string
  /** The API's parameter that finds this value, where there is one. */
  filter?: 'email' | 'phone_number'
  filterBy: (filter: { email: string } | { phone_number: string }) => void
}

/** The tools of one cell: copy, and filter by this where the API can. */
export function Tools({ value, what, filter, filterBy }: ToolsProps) {
  const { t } = useIntl()
  return (
    <span className={styles.tools} data-tools>
      <CopyButton value={value} what={what} />
      {filter && (
        <button
          type="button"
          aria-label={fill(t.table.filterByThis, { what, value })}
          onClick={() => filterBy(filter === 'email' ? { email: value } : { phone_number: value })}
        >
          <ListFilter />
        </button>
      )}
    </span>
  )
}
