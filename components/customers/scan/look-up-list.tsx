'use client'

import { ListFilter, X } from 'lucide-react'
import { useMemo } from 'react'
import type { ListFrame } from '@/components/customers/list-body'
import { ProgressList } from '@/components/customers/scan/progress-list'
import { mostLines, useLookUp } from '@/components/customers/scan/use-look-up'
import type { useSearchBox } from '@/components/customers/search/use-search-box'
import { toRows } from '@/components/customers/table/customer-row'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'
import { Text } from '@/components/ui/text'
import { fill, plural } from '@/lib/messages/messages'

type LookUpListProps = ListFrame & { lines: string[]; box: ReturnType<typeof useSearchBox>; onClose: () => void }

/** The customers of pasted lines: asked for one after the other, told line by line where nobody was found. */
export function LookUpList({ lines, box, onClose, ...frame }: LookUpListProps) {
  const { t, locale } = useIntl()
  const { outcomes, of, left, isRunning, error, go, stop } = useLookUp(frame.accountId, lines, box)
  const rows = useMemo(() => {
    const found = new Map(outcomes.flatMap(({ customers }) => customers.map((one) => [one.customer_id, one] as const)))
    return toRows([...found.values()], null)
  }, [outcomes])
  const isDone = outcomes.length === of
  const missing = outcomes.filter(({ customers }) => customers.length === 0).map(({ line }) => line)
  const crowded = outcomes.filter(({ hasMore }) => hasMore).map(({ line }) => line)
  const over = left > 0 ? ` ${fill(t.lookUp.left, { left, most: mostLines })}` : ''

  return (
    <ProgressList
      {...frame}
      rows={rows}
      icon={ListFilter}
      title={plural(t.lookUp.lines, lines.length, locale)}
      progress={fill(t.lookUp.progress, { done: outcomes.length, of, found: rows.length }) + over}
      error={error}
      isRunning={isRunning}
      isDone={isDone}
      start={outcomes.length === 0 ? t.lookUp.start : t.lookUp.goOn}
      onStart={go}
      onStop={stop}
      actions={
        <Button size="small" variant="plain" onClick={onClose}>
          <X size={12} />
          {t.lookUp.close}
        </Button>
      }
      notices={
        <>
          <Lines title={t.lookUp.missing} lines={missing} />
          <Lines title={t.lookUp.crowded} lines={crowded} />
        </>
      }
      none={outcomes.length === 0 ? t.lookUp.ready : t.lookUp.nobody}
      why={t.lookUp.how}
    />
  )
}

/** Lines that came to something else than their customer. */
function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <Strip tone="warn" icon={ListFilter}>
      <b className="font-medium">{title}</b>{' '}
      <span className="text-text-2">
        <Text>{lines.join(' · ')}</Text>
      </span>
    </Strip>
  )
}
