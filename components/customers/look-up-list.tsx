'use client'

import { ListFilter, Pause, Play, X } from 'lucide-react'
import { useMemo } from 'react'
import { toRows } from '@/components/customers/customer-row'
import { ListBody, type ListFrame } from '@/components/customers/list-body'
import { mostLines, useLookUp } from '@/components/customers/use-look-up'
import type { useSearchBox } from '@/components/customers/use-search-box'
import { Button } from '@/components/ui/button'
import { failureText } from '@/components/ui/failure-text'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Say } from '@/components/ui/say'
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
  const failure = error && failureText(t.errors, error)

  return (
    <ListBody
      {...frame}
      rows={rows}
      isStale={false}
      strips={
        <>
          <Strip
            tone={failure ? 'bad' : 'plain'}
            icon={ListFilter}
            actions={
              <>
                {!isDone && (
                  <Button size="small" onClick={isRunning ? stop : go}>
                    <Icon of={isRunning ? Pause : Play} size={12} />
                    {isRunning ? t.lookUp.stop : outcomes.length === 0 ? t.lookUp.start : t.lookUp.goOn}
                  </Button>
                )}
                <Button size="small" variant="plain" onClick={onClose}>
                  <Icon of={X} size={12} />
                  {t.lookUp.close}
                </Button>
              </>
            }
          >
            <b className="font-medium">{plural(t.lookUp.lines, lines.length, locale)}</b>{' '}
            <span className="text-text-2">
              {failure ? `${failure.title} ` : ''}
              {fill(t.lookUp.progress, { done: outcomes.length, of, found: rows.length })}
              {left > 0 && ` ${fill(t.lookUp.left, { left, most: mostLines })}`}
            </span>
          </Strip>
          {[[t.lookUp.missing, missing] as const, [t.lookUp.crowded, crowded] as const].map(
            ([title, some]) =>
              some.length > 0 && (
                <Strip key={title} tone="warn" icon={ListFilter}>
                  <b className="font-medium">{title}</b>{' '}
                  <span className="text-text-2">
                    <Text>{some.join(' · ')}</Text>
                  </span>
                </Strip>
              ),
          )}
        </>
      }
      instead={!isRunning && <Say title={outcomes.length === 0 ? t.lookUp.ready : t.lookUp.nobody}>{t.lookUp.how}</Say>}
      footer={
        <p className="flex h-(--h-pager) items-center border-line border-t bg-chrome px-3 text-12 text-text-2">
          {t.lookUp.how}
        </p>
      }
    />
  )
}
