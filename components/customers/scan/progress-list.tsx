'use client'

import { type LucideIcon, Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBody, type ListFrame } from '@/components/customers/list-body'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { failureText } from '@/components/ui/failure/failure-text'
import { RequestId } from '@/components/ui/failure/request-id'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { StateMessage } from '@/components/ui/state-message'
import { Strip } from '@/components/ui/strip'
import type { ApiError } from '@/lib/api/errors'

type ProgressListProps = ListFrame & {
  rows: CustomerRow[]
  icon: LucideIcon
  /** How far it is: what counts, then the rest. */
  title: string
  progress: string
  error: ApiError | null
  isRunning: boolean
  isDone: boolean
  /** What the button that starts it, or goes on with it, says. */
  start: string
  onStart: () => void
  onStop: () => void
  /** Beside that button. */
  actions?: ReactNode
  /** Further strips. */
  notices?: ReactNode
  /** In place of rows, while there are none. */
  none: string
  /** Why it takes its time. */
  why: string
}

/** A list that is gathered step by step, and can be stopped and gone on with. */
export function ProgressList({
  rows,
  icon,
  title,
  progress,
  error,
  isRunning,
  isDone,
  start,
  onStart,
  onStop,
  actions,
  notices,
  none,
  why,
  ...frame
}: ProgressListProps) {
  const { t } = useIntl()
  const toggle = () => {
    if (isRunning) onStop()
    else if (!isDone) onStart()
    return !isDone
  }
  const says = isRunning ? t.scan.stop : error ? t.errors.tryAgain : start
  useCommand({ id: 'progress', keys: ['l'], title: says, group: 'list', run: toggle })
  return (
    <ListBody
      {...frame}
      rows={rows}
      isStale={false}
      strips={
        <>
          <Strip
            tone={error ? 'bad' : 'plain'}
            icon={icon}
            actions={
              <>
                {error && <RequestId id={error.request_id} />}
                {!isDone && (
                  <Button size="small" onClick={toggle}>
                    {isRunning ? <Pause size={12} /> : <Play size={12} />}
                    {says}
                    <Kbd>l</Kbd>
                  </Button>
                )}
                {actions}
              </>
            }
          >
            <b className="font-medium">{title}</b>{' '}
            <span className="text-text-2">
              {error ? `${failureText(t.errors, error).title} ` : ''}
              {progress}
            </span>
          </Strip>
          {notices}
        </>
      }
      instead={!isRunning && <StateMessage title={none} />}
      footer={
        <p className="flex min-h-14 min-w-0 items-center border-line border-t bg-chrome px-3 text-12 text-text-2 wide:min-h-(--h-pager)">
          {why}
        </p>
      }
    />
  )
}
