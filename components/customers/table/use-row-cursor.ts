'use client'

import { useState } from 'react'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'

const reveal = (customerId: string) =>
  document.querySelector(`tr[data-customer="${CSS.escape(customerId)}"]`)?.scrollIntoView({ block: 'nearest' })

/** The keyboard's row: a selection, not the focus. Gives its `customer_id`. An open record is where it stands. */
export function useRowCursor(
  rows: readonly CustomerRow[],
  record: string | null,
  onOpen: (customerId: string) => void,
) {
  const { t } = useIntl()
  const [chosen, setChosen] = useState<string | null>(null)
  const cursor = record ?? chosen
  const index = rows.findIndex(({ customer }) => customer.customer_id === cursor)
  const current = rows[index]?.customer

  const move = (step: 1 | -1) => () => {
    const next = rows[index === -1 ? 0 : index + step]?.customer.customer_id
    if (next === undefined) return rows.length > 0
    setChosen(next)
    if (record !== null) onOpen(next)
    reveal(next)
    return true
  }
  const copy = (value: string | undefined) => () => {
    if (value) void navigator.clipboard.writeText(value)
    return value !== undefined
  }
  const open = () => {
    // Enter on a link or a button is theirs.
    if (!current || record !== null || document.activeElement?.closest('a, button, select')) return false
    onOpen(current.customer_id)
    return true
  }
  useCommand({ id: 'row-down', keys: ['j', 'ArrowDown'], title: t.shortcuts.down, group: 'list', run: move(1) })
  useCommand({ id: 'row-up', keys: ['k', 'ArrowUp'], title: t.shortcuts.up, group: 'list', run: move(-1) })
  useCommand({ id: 'row-open', keys: ['Enter'], title: t.shortcuts.open, group: 'list', run: open })
  useCommand({
    id: 'row-copy-email',
    keys: ['c e'],
    title: t.shortcuts.copyEmail,
    group: 'list',
    run: copy(current?.email),
  })
  useCommand({
    id: 'row-copy-phone',
    keys: ['c p'],
    title: t.shortcuts.copyPhone,
    group: 'list',
    run: copy(current?.phone_number),
  })
  useCommand({
    id: 'row-copy-id',
    keys: ['c i'],
    title: t.shortcuts.copyId,
    group: 'list',
    run: copy(current?.customer_id),
  })
  return { cursor, index, choose: setChosen }
}
