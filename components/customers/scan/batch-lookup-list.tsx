'use client'

import { ListFilter, X } from 'lucide'
import { useMemo } from 'react'
import type { ListFrame } from '@/components/customers/list-body'
import { ProgressList } from '@/components/customers/scan/progress-list'
import { maxLines, useBatchLookup } from '@/components/customers/scan/use-batch-lookup'
import { problemText } from '@/components/customers/search/problem-text'
import { toRows } from '@/components/customers/table/customer-row'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'
import { Text } from '@/components/ui/text'
import { fill, plural } from '@/lib/messages/messages'

type BatchLookupListProps = ListFrame & { lines: string[]; onClose: () => void }

/** The customers of pasted lines, with the lines that matched no customer or too many. */
export function BatchLookupList({ lines, onClose, ...frame }: BatchLookupListProps) {
  const { t, locale, zone } = useIntl()
  const lookup = useBatchLookup(lines, { accountId: frame.accountId, zone, locale })
  const { outcomes, requestedCount: of, ignoredCount } = lookup
  const rows = useMemo(() => {
    const found = new Map(outcomes.flatMap(({ customers }) => customers.map((one) => [one.customer_id, one] as const)))
    return toRows([...found.values()], null)
  }, [outcomes])
  const isDone = outcomes.length === of
  const unread = outcomes
    .filter(({ isUnread }) => isUnread)
    .map(({ line, problem }) => (problem ? `${line} (${problemText(problem, t, locale)})` : line))
  const missing = outcomes
    .filter(({ isUnread, customers }) => !isUnread && customers.length === 0)
    .map(({ line }) => line)
  const crowded = outcomes.filter(({ hasMore }) => hasMore).map(({ line }) => line)
  const over = ignoredCount > 0 ? ` ${fill(t.lookUp.left, { left: ignoredCount, most: maxLines })}` : ''

  return (
    <ProgressList
      {...frame}
      rows={rows}
      icon={ListFilter}
      title={plural(t.lookUp.lines, lines.length, locale)}
      progress={fill(t.lookUp.progress, { done: outcomes.length, of, found: rows.length }) + over}
      error={lookup.error}
      isRunning={lookup.isRunning}
      isDone={isDone}
      startLabel={outcomes.length === 0 ? t.lookUp.start : t.lookUp.goOn}
      onStart={lookup.resume}
      onStop={lookup.stop}
      actions={
        <Button size="small" variant="plain" onClick={onClose}>
          <Icon of={X} size={12} />
          {t.lookUp.close}
        </Button>
      }
      notices={
        <>
          <Lines title={t.lookUp.unread} lines={unread} />
          <Lines title={t.lookUp.missing} lines={missing} />
          <Lines title={t.lookUp.crowded} lines={crowded} />
        </>
      }
      none={outcomes.length === 0 ? t.lookUp.ready : t.lookUp.nobody}
      explanation={t.lookUp.how}
    />
  )
}

/** Lines that found something other than one customer. */
function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <Strip tone="warn" icon={ListFilter}>
      <b className="font-medium">{title}</b>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: two hundred lines scroll, so that rows are still seen, and the keyboard must reach them (WCAG 2.1.1) */}
      <section aria-label={title} tabIndex={0} className="max-h-15 thin-scroll overflow-y-auto text-text-2">
        <Text>{lines.join(' · ')}</Text>
      </section>
    </Strip>
  )
}
