'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { CustomerTable } from '@/components/customers/table/customer-table'
import { useRowCursor } from '@/components/customers/table/use-row-cursor'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { preloadWhenIdle } from '@/components/ui/lazy-component'
import { serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'
import type { Customer } from '@/lib/customers/model/customer'
import { displayName } from '@/lib/customers/model/display-name'
import type { Density } from '@/lib/preferences'

/** What an open record over the list gets. */
export type RecordSlotProps = {
  accountId: string
  customerId: string
  /** The customer as the list holds it: shown at once. */
  known: Customer | undefined
  position: { index: number; count: number } | null
  onClose: () => void
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}

/** What every list of customers needs, whichever way its rows came. */
export type ListFrame = {
  accountId: string
  url: CustomerUrl
  density: Density
  /** What was wrong in the address, above all else that is told. */
  notice: ReactNode
  /** Asks why rows are there that nothing explains. */
  explain: (() => void) | null
  renderRecord: (props: RecordSlotProps) => ReactNode
}

type ListBodyProps = ListFrame & {
  rows: CustomerRow[]
  isStale: boolean
  /** Above the rows: what there is to tell of them. */
  strips: ReactNode
  /** In place of rows, where there are none. */
  instead: ReactNode
  footer: ReactNode
  /** The pages beside this one: an open record goes on over their borders. */
  beyond?: { previous: (() => void) | null; next: (() => void) | null }
}

const loadRecents = preloadWhenIdle(() => import('@/components/customers/search/recents'))

const focusRow = (customerId: string) =>
  document.querySelector<HTMLElement>(`tr[data-customer="${CSS.escape(customerId)}"] a`)?.focus()

/** Rows with their keyboard, what is told above them, and the record that is open over them. */
export function ListBody({ rows, isStale, strips, instead, footer, beyond, ...frame }: ListBodyProps) {
  const { accountId, url, density, notice, explain, renderRecord } = frame
  const { params, setFilters, openRecord } = url
  const { record } = params
  const open = useCallback((customerId: string) => openRecord(customerId), [openRecord])
  const row = useRowCursor(rows, record, open)

  const known = rows[row.index]?.customer
  const opened = record === null ? null : (known && displayName(known)) || record
  useEffect(() => {
    if (record === null || opened === null) return
    void loadRecents()
      .then(({ addRecent }) => addRecent(accountId, { kind: 'record', text: opened, customerId: record }))
      .catch(() => {})
  }, [accountId, record, opened])

  // Old rows keep the address under which they were read.
  const asked = serializeCustomerSearchParams({ ...params, record: null })
  const [base, setBase] = useState(asked)
  if (!isStale && base !== asked) setBase(asked)
  const actions = useMemo(
    () => ({
      recordHref: (customerId: string) => `${base === '' ? '?' : `${base}&`}record=${encodeURIComponent(customerId)}`,
      filterBy: (filter: { email: string } | { phone_number: string }) => setFilters({ search: null, ...filter }),
      explain,
    }),
    [base, setFilters, explain],
  )
  // Past the border of the page, the record at the near end of the next one opens once its rows are there.
  const [border, setBorder] = useState<{ from: CustomerRow[]; step: 1 | -1 } | null>(null)
  const crossed = border && border.from !== rows && !isStale ? rows.at(border.step === 1 ? 0 : -1) : undefined
  useEffect(() => {
    if (crossed === undefined) return
    setBorder(null)
    if (record !== null) openRecord(crossed.customer.customer_id, { history: 'replace' })
  }, [crossed, record, openRecord])
  const neighbour = (step: 1 | -1) => {
    if (row.index === -1) return null
    const next = rows[row.index + step]?.customer.customer_id
    if (next !== undefined) return () => open(next)
    const turn = step === 1 ? beyond?.next : beyond?.previous
    if (!turn) return null
    return () => {
      setBorder({ from: rows, step })
      turn()
    }
  }
  // The focus goes back to the row, unless another record has been opened meanwhile.
  const closed = useRef<string | null>(null)
  useEffect(() => {
    if (record === null && closed.current !== null) focusRow(closed.current)
    closed.current = null
  }, [record])
  const close = (customerId: string) => {
    row.choose(customerId)
    closed.current = customerId
    openRecord(null)
  }
  return (
    <>
      <div className="relative grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
        {/* What a strip offers stays in reach beside an open record. */}
        <div className={record === null ? '' : 'wide:pr-(--w-drawer)'}>
          {notice}
          {strips}
        </div>
        {rows.length === 0 ? (
          instead
        ) : (
          <CustomerTable
            rows={rows}
            cursor={row.cursor}
            isStale={isStale}
            density={density}
            actions={actions}
            onOpen={open}
          />
        )}
        {record !== null &&
          renderRecord({
            accountId,
            customerId: record,
            known,
            position: row.index === -1 ? null : { index: row.index + 1, count: rows.length },
            onClose: () => close(record),
            onPrevious: neighbour(-1),
            onNext: neighbour(1),
          })}
      </div>
      {footer}
    </>
  )
}
