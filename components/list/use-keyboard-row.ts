'use client'

import { useRef, useState } from 'react'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'

type KeyboardRowOptions = {
  /** The ids of the rows, in order. */
  ids: readonly string[]
  /** The row whose record is open: it is the keyboard's row. */
  openId: string | null
  /** Whether the first row is the keyboard's while no other is. */
  isFirstMarked: boolean
  onOpen: (id: string) => void
}

/** The row that the keys j, k and Enter act on: a selection, not the focus. `tableRef` belongs on the table. */
export function useKeyboardRow({ ids, openId, isFirstMarked, onOpen }: KeyboardRowOptions) {
  const { t } = useIntl()
  const tableRef = useRef<HTMLTableElement>(null)
  const [chosenId, chooseRow] = useState<string | null>(null)
  // The row of a record stays the keyboard's when the record is closed, also by the browser's Back.
  if (openId !== null && openId !== chosenId) chooseRow(openId)
  const currentId = openId ?? chosenId
  const chosenIndex = currentId === null ? -1 : ids.indexOf(currentId)
  const index = chosenIndex === -1 && openId === null && isFirstMarked && ids.length > 0 ? 0 : chosenIndex
  const findRow = (id: string) => tableRef.current?.tBodies[0]?.rows[ids.indexOf(id)]

  const move = (step: 1 | -1) => () => {
    const id = ids[index === -1 ? 0 : index + step]
    if (id === undefined) return ids.length > 0
    chooseRow(id)
    if (openId !== null) onOpen(id)
    findRow(id)?.scrollIntoView({ block: 'nearest' })
    return true
  }
  const open = () => {
    // A focused link or button handles Enter itself.
    const id = ids[index]
    if (id === undefined || openId !== null) return false
    if (document.activeElement?.closest('a, button, select')) return false
    onOpen(id)
    return true
  }
  useCommand({ id: 'row-down', keys: ['j', 'ArrowDown'], title: t.shortcuts.down, group: 'rows', run: move(1) })
  useCommand({ id: 'row-up', keys: ['k', 'ArrowUp'], title: t.shortcuts.up, group: 'rows', run: move(-1) })
  useCommand({ id: 'row-open', keys: ['Enter'], title: t.shortcuts.open, group: 'rows', run: open })
  return { tableRef, index, focusRow: (id: string) => findRow(id)?.querySelector('a')?.focus() }
}
