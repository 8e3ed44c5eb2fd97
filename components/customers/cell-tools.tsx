'use client'

import { ListFilter } from 'lucide-react'
import { useContext } from 'react'
import styles from '@/components/customers/table-cells.module.css'
import { TableContext } from '@/components/customers/table-context'
import { CopyButton } from '@/components/ui/copyable'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

type ToolsProps = { value: string; what: string; filter?: 'email' | 'phone_number' }

/** The tools of one cell: copy, and filter by this where the API can. */
export function Tools({ value, what, filter }: ToolsProps) {
  const { t } = useIntl()
  const { filterBy } = useContext(TableContext)
  return (
    <span className={styles.tools} data-tools>
      <CopyButton value={value} what={what} />
      {filter && (
        <button
          type="button"
          aria-label={fill(t.table.filterByThis, { what, value })}
          onClick={() => filterBy(filter === 'email' ? { email: value } : { phone_number: value })}
        >
          <Icon of={ListFilter} />
        </button>
      )}
    </span>
  )
}
