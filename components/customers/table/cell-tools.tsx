'use client'

import { ListFilter } from 'lucide'
import styles from '@/components/customers/table/customer-cells.module.css'
import { useRowActions } from '@/components/customers/table/row-actions'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

type CellToolsProps = {
  value: string
  /** The name of the value in the catalogue. */
  what: 'customerId' | 'email' | 'phone'
  /** The parameter of the API that finds this value, where there is one. */
  filter: 'email' | 'phone_number' | undefined
}

/** The buttons over a cell: copy the value, and filter by it. */
export function CellTools({ value, what, filter }: CellToolsProps) {
  const { t } = useIntl()
  const { filterBy } = useRowActions()
  const name = t.table[what]
  return (
    <span className={styles.tools} data-tools>
      <CopyButton value={value} what={name} />
      {filter && (
        <button
          type="button"
          aria-label={fill(t.table.filterByThis, { what: name, value })}
          onClick={() => filterBy(filter === 'email' ? { email: value } : { phone_number: value })}
        >
          <Icon of={ListFilter} />
        </button>
      )}
    </span>
  )
}
