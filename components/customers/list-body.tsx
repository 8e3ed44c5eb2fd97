'use client'

import { type ReactNode, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react'
import besideRecord from '@/components/customers/beside-record.module.css'
import { useCopyRowCommands } from '@/components/customers/table/copy-row-commands'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { CustomerTable } from '@/components/customers/table/customer-table'
import type { RowActions } from '@/components/customers/table/row-actions'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useRecentRecord } from '@/components/customers/use-recent-record'
import { useRecordNeighbours } from '@/components/customers/use-record-neighbours'
import { useKeyboardRow } from '@/components/list/use-keyboard-row'
import type { List } from '@/components/list/use-list'
import { serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'
import type { Customer } from '@/lib/customers/model/customer'
import { encodeSegment } from '@/lib/encode-segment'
import type { RecordList } from '@/lib/record-list'

/** The props of the record that is open over the list. */
export type RecordSlotProps = {
  accountId: string
  customerId: string
  /** The customer as the list holds it, which is shown at once. */
  known: Customer | undefined
  position: { index: number; count: number } | null
  /** The list as the page of the record needs it. */
  list: RecordList
  onClose: () => void
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}

/** What every list of customers needs, however its rows are fetched. */
export type ListFrame = {
  accountId: string
  /** Whether the person sees contact data masked. */
  isMasked: boolean
  url: CustomerUrl
  /** The search params that are ignored, above all other notices. */
  notice: ReactNode
  /** Whether Enter in the search box has requested these rows: the first one is then the keyboard's. */
  isEntered: boolean
  /** Fetches the explanation of rows without a visible match; null where nothing was searched. */
  explain: (() => void) | null
  renderRecord: (props: RecordSlotProps) => ReactNode
}

type ListBodyProps = ListFrame & {
  rows: CustomerRow[]
  /** How many of the rows are drawn by now; all of them where it is not given. */
  drawnCount?: number
  isStale: boolean
  /** The search params under which stale rows were fetched. */
  shownParams?: string
  /** The order of the rows, where they are not listed as Dintero sends them. */
  order?: string
  /** Above the rows. */
  notices: ReactNode
  /** In place of the table, where there are no rows. */
  placeholder: ReactNode
  footer: ReactNode
  /** The pages beside this one: the neighbours of a record go on there. */
  pages?: Pick<List, 'previous' | 'next'> & { nextCursor: object | null }
}

/** The rows with their keyboard, the notices above them, and the record that is open over them. */
export function ListBody({ rows, drawnCount, isStale, notices, placeholder, footer, pages, ...props }: ListBodyProps) {
  const { accountId, isMasked, url, notice, isEntered, explain, renderRecord } = props
  const { params, setFilters, openRecord } = url
  const { record } = params
  const ids = useMemo(() => rows.map(({ customer }) => customer.customer_id), [rows])
  const { tableRef, index, focusRow } = useKeyboardRow({
    ids,
    openId: record,
    isFirstMarked: isEntered && !isStale,
    onOpen: openRecord,
  })
  const current = rows[index]?.customer
  useCopyRowCommands(current)
  useRecentRecord(accountId, record, current)
  const neighbours = useRecordNeighbours({ ids, index, isStale, url, pages })

  const { order, shownParams = serializeCustomerSearchParams({ ...params, record: null, section: null }) } = props
  const actions = useMemo<RowActions>(
    () => ({
      getRecordHref: (id) => `${shownParams === '' ? '?' : `${shownParams}&`}record=${encodeSegment(id)}`,
      filterBy: (filter) => setFilters({ search: null, ...filter }),
      explain,
    }),
    [shownParams, setFilters, explain],
  )

  // The focus returns to the row of a closed record. The browser's Back closes one too, and takes no focus from elsewhere.
  const opened = useRef({ id: record, isClosing: false })
  const returnFocus = useEffectEvent(focusRow)
  useLayoutEffect(() => {
    const { id, isClosing } = opened.current
    const isFree = isClosing || document.activeElement === document.body
    if (record === null && id !== null && isFree) returnFocus(id)
    opened.current = { id: record, isClosing: false }
  }, [record])
  const handleClose = () => {
    opened.current.isClosing = true
    openRecord(null)
  }
  return (
    <>
      <div
        data-region
        tabIndex={-1}
        className={`relative grid min-h-0 min-w-0 grid-cols-1 grid-rows-head-body outline-none print:block ${record === null ? '' : besideRecord.list}`}
      >
        {/* The buttons of a notice stay in reach beside an open record. */}
        <div className={record === null ? '' : 'wide:pr-(--w-drawer)'}>
          {notice}
          {notices}
        </div>
        {rows.length === 0 ? (
          placeholder
        ) : (
          <CustomerTable
            accountId={accountId}
            isMasked={isMasked}
            rows={rows}
            drawnCount={drawnCount}
            tableRef={tableRef}
            currentIndex={index}
            isStale={isStale}
            answerKey={order ?? shownParams}
            actions={actions}
            onOpen={openRecord}
          />
        )}
        {record !== null &&
          renderRecord({
            accountId,
            customerId: record,
            known: current,
            list: { search: shownParams, ids, next: pages?.nextCursor ?? null },
            position: index === -1 ? null : { index: index + 1, count: ids.length },
            onClose: handleClose,
            ...neighbours,
          })}
      </div>
      {footer}
    </>
  )
}
