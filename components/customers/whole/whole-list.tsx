'use client'

import { ArrowDown, ArrowDownUp, ArrowUp, X } from 'lucide'
import { useMemo, useState } from 'react'
import type { ListFrame } from '@/components/customers/list-body'
import { UnreadableCustomers } from '@/components/customers/list-notices'
import { ProgressList } from '@/components/customers/scan/progress-list'
import { type HeadSorting, SortingContext } from '@/components/customers/table/sorting-context'
import { RowFilter } from '@/components/customers/whole/row-filter'
import { SortCommands } from '@/components/customers/whole/sort-commands'
import { mostSorted } from '@/components/customers/whole/sort-limit'
import { useSortedRows } from '@/components/customers/whole/use-sorted-rows'
import { useWholeList } from '@/components/customers/whole/use-whole-list'
import { Button } from '@/components/ui/button'
import { useIsPaletteOpen } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { useDrawnCount } from '@/components/ui/page/use-drawn-count'
import { columnName } from '@/lib/customers/columns/column-name'
import { fill, plural } from '@/lib/messages/messages'

type WholeListProps = ListFrame & { total: number; onClose: () => void }

/** All customers of a search on one page, which can be sorted and filtered where they are. */
export function WholeList({ total, onClose, ...frame }: WholeListProps) {
  const { t, locale } = useIntl()
  const { accountId, isMasked, url } = frame
  const isPaletteOpen = useIsPaletteOpen()
  const [filter, setFilter] = useState('')
  const whole = useWholeList(accountId, url.query)
  const { isWhole, isRunning, error, calls, unreadable } = whole
  const sorted = useSortedRows({ accountId, isMasked, rows: whole.rows, filter, canSort: isWhole })
  const { ids, sortedBy, toggleSort } = sorted
  const orderKey = `${sortedBy?.id} ${sortedBy?.desc} ${filter}`
  const drawnCount = useDrawnCount(orderKey, sorted.rows.length)

  const sortedId = sortedBy?.id
  const isDown = sortedBy?.desc === true
  // The same object while the order is the same: another one draws the table again, as when the palette opens.
  const sorting = useMemo<HeadSorting>(
    () => ({
      getAttributes: (id) => (id === sortedId ? { 'aria-sort': isDown ? 'descending' : 'ascending' } : {}),
      renderHead: (id, head) =>
        ids.includes(id) && isWhole ? (
          <span className="-mx-1 block">
            <button
              type="button"
              onClick={() => toggleSort(id)}
              className="inline-flex h-6 max-w-full items-center gap-1 rounded-1 px-1 hover:bg-press"
            >
              <span className="truncate">{head}</span>
              {id === sortedId && <Icon of={isDown ? ArrowDown : ArrowUp} size={12} className="flex-none" />}
            </button>
          </span>
        ) : (
          head
        ),
    }),
    [ids, isWhole, sortedId, isDown, toggleSort],
  )

  const number = (value: number) => value.toLocaleString(locale)
  const isTooMany = !isWhole && !isRunning && whole.rows.length >= mostSorted
  const order =
    sortedId === undefined
      ? t.whole.unsorted
      : fill(isDown ? t.whole.sortedDown : t.whole.sortedUp, { column: columnName(sortedId, t) })
  const progress = isTooMany
    ? fill(t.whole.tooMany, { most: number(mostSorted) })
    : isWhole
      ? filter === ''
        ? order
        : `${plural(t.whole.found, sorted.rows.length, locale)} ${order}`
      : plural(t.whole.calls, calls, locale)
  return (
    <SortingContext value={sorting}>
      <ProgressList
        {...frame}
        rows={sorted.rows}
        drawnCount={drawnCount}
        order={orderKey}
        icon={ArrowDownUp}
        title={
          isWhole
            ? fill(plural(t.whole.loaded, calls, locale), { rows: number(whole.rows.length) })
            : fill(t.whole.loading, { rows: number(whole.rows.length), total: number(total) })
        }
        progress={progress}
        error={error}
        isRunning={isRunning}
        isDone={isWhole || isTooMany}
        startLabel={t.whole.goOn}
        onStart={whole.resume}
        onStop={whole.stop}
        actions={
          <>
            {isWhole && <RowFilter count={whole.rows.length} filter={filter} onFilter={setFilter} />}
            <Button size="small" variant="plain" onClick={onClose}>
              <Icon of={X} size={12} />
              {t.whole.close}
            </Button>
          </>
        }
        notices={<UnreadableCustomers accountId={accountId} unreadable={unreadable} />}
        none={filter === '' ? t.whole.none : t.whole.noMatch}
        explanation={t.whole.how}
      />
      {isWhole && isPaletteOpen && <SortCommands ids={ids} onSort={toggleSort} />}
    </SortingContext>
  )
}
