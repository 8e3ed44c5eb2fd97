'use client'

import { useQuery } from '@tanstack/react-query'
import { Pause, Play, ScanSearch } from 'lucide-react'
import { customerRequests } from '@/components/customers/customer-requests'
import { ListBody, type ListFrame } from '@/components/customers/list-body'
import { UnreadableCustomers } from '@/components/customers/list-notices'
import { type Scan, useCustomerScan } from '@/components/customers/use-customer-scan'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { failureText } from '@/components/ui/failure-text'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { RequestId } from '@/components/ui/request-id'
import { Say } from '@/components/ui/say'
import { Strip } from '@/components/ui/strip'
import { type CustomerFilters, noFilters } from '@/lib/customers/customer-query'
import { fill, plural } from '@/lib/messages/messages'

type ScanListProps = ListFrame & { filters: CustomerFilters; scan: Scan }

/** What a scan of the whole list finds, as it comes: how far it has looked, a way to stop it and one to go on. */
export function ScanList({ filters, scan, ...frame }: ScanListProps) {
  const { t, locale } = useIntl()
  const { rows, unreadable, looked, isDone, isRunning, error, stop, goOn } = useCustomerScan(
    frame.accountId,
    filters,
    scan,
  )
  const { type, search } = filters
  const looksAt: CustomerFilters =
    scan.kind === 'deleted'
      ? { ...noFilters, type: type ?? 'any', search, include_deleted: true }
      : { ...filters, since_datetime: null }
  const total = useQuery(customerRequests.total(frame.accountId, looksAt)).data?.total
  const texts = t.scan[scan.kind]
  const number = (value: number) => value.toLocaleString(locale)
  const toggle = () => {
    if (isRunning) stop()
    else if (!isDone) goOn()
    return !isDone
  }
  useCommand({ id: 'scan', keys: ['l'], title: isRunning ? t.scan.stop : t.scan.goOn, group: 'list', run: toggle })

  const progress = fill(isDone ? t.scan.done : total ? t.scan.lookedOf : t.scan.looked, {
    looked: number(looked),
    total: number(total ?? 0),
  })
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
            icon={ScanSearch}
            actions={
              <>
                {error && <RequestId id={error.request_id} />}
                {!isDone && (
                  <Button size="small" onClick={toggle}>
                    <Icon of={isRunning ? Pause : Play} size={12} />
                    {isRunning ? t.scan.stop : error ? t.errors.tryAgain : t.scan.goOn}
                    <Kbd>l</Kbd>
                  </Button>
                )}
              </>
            }
          >
            <b className="font-medium">{plural(texts.found, rows.length, locale)}</b>{' '}
            <span className="text-text-2">
              {failure ? `${failure.title} ` : ''}
              {progress}
            </span>
          </Strip>
          <UnreadableCustomers unreadable={unreadable} />
        </>
      }
      instead={isRunning ? null : <Say title={isDone ? texts.none : texts.notYet}>{texts.why}</Say>}
      footer={
        <p className="flex h-(--h-pager) items-center border-line border-t bg-chrome px-3 text-12 text-text-2">
          {texts.why}
        </p>
      }
    />
  )
}
