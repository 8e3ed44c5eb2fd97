'use client'

import { ListFilter } from 'lucide'
import { useLayoutEffect, useRef, useState } from 'react'
import styles from '@/components/customers/table/cell-tools.module.css'
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

/** Whether the tools of a cell fit beside its value, which stands before them. */
function hasRoomFor(tools: HTMLElement): boolean {
  const cell = tools.parentElement
  if (!cell) return true
  const value = document.createRange()
  value.setStart(cell, 0)
  value.setEndBefore(tools)
  return value.getBoundingClientRect().right <= cell.getBoundingClientRect().right - tools.offsetWidth
}

/** The buttons of a cell: copy the value, and filter by it. */
export function CellTools({ value, what, filter }: CellToolsProps) {
  const { t } = useIntl()
  const { filterBy } = useRowActions()
  const name = t.table[what]
  const tools = useRef<HTMLSpanElement>(null)
  const [isAbove, setIsAbove] = useState(false)
  useLayoutEffect(() => {
    if (tools.current) setIsAbove(!hasRoomFor(tools.current))
  }, [])
  return (
    <span ref={tools} className={styles.tools} data-tools data-what={what} data-above={isAbove || undefined}>
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
