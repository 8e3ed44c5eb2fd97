'use client'

import { type IconNode, Pause, Play } from 'lucide'
import type { ReactNode } from 'react'
import { ListBody, type ListFrame } from '@/components/customers/list-body'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { failureText } from '@/components/ui/failure/failure-text'
import { RequestId } from '@/components/ui/failure/request-id'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { KeyHint } from '@/components/ui/key-hint'
import { StateMessage } from '@/components/ui/state-message'
import { Strip } from '@/components/ui/strip'
import type { ApiError } from '@/lib/api/errors'

type ProgressListProps = ListFrame & {
  rows: CustomerRow[]
  /** How many of the rows are drawn by now; all of them where it is not given. */
  drawnCount?: number
  /** Their order, where it is not the one in which they came. */
  order?: string
  icon: IconNode
  /** What was found, and how far the task has come. */
  title: string
  progress: string
  error: ApiError | null
  isRunning: boolean
  isDone: boolean
  /** The label of the button that starts or resumes the task. */
  startLabel: string
  onStart: () => void
  onStop: () => void
  /** Further buttons beside it. */
  actions?: ReactNode
  /** Strips below the progress. */
  notices?: ReactNode
  /** The message in place of rows, while there are none. */
  none: string
  /** Why the task takes long. */
  explanation: string
}

/** A list whose rows come step by step, with a button that stops or resumes the task. */
export function ProgressList({
  rows,
  icon,
  title,
  progress,
  error,
  isRunning,
  isDone,
  startLabel,
  onStart,
  onStop,
  actions,
  notices,
  none,
  explanation,
  ...frame
}: ProgressListProps) {
  const { t } = useIntl()
  const toggle = () => {
    if (isRunning) onStop()
    else if (!isDone) onStart()
    return !isDone
  }
  const label = isRunning ? t.scan.stop : error ? t.errors.tryAgain : startLabel
  useCommand({ id: 'progress', keys: ['l'], title: label, group: 'list', run: toggle })
  return (
    <ListBody
      {...frame}
      rows={rows}
      isStale={false}
      notices={
        <>
          <Strip
            tone={error ? 'bad' : 'plain'}
            icon={icon}
            actions={
              <>
                {error && <RequestId id={error.request_id} />}
                {!isDone && (
                  <Button size="small" onClick={toggle}>
                    {isRunning ? <Icon of={Pause} size={12} /> : <Icon of={Play} size={12} />}
                    <span>{label}</span>
                    <KeyHint>l</KeyHint>
                  </Button>
                )}
                {actions}
              </>
            }
          >
            <b className="font-medium">{title}</b>{' '}
            <span className="text-text-2">
              {error ? `${failureText(t.errors, error).title} ${progress}` : progress}
            </span>
          </Strip>
          {notices}
        </>
      }
      placeholder={!isRunning && <StateMessage title={none} />}
      footer={
        <p className="flex min-h-14 min-w-0 items-center border-line border-t bg-chrome px-3 text-12 text-text-2 wide:min-h-(--h-pager)">
          {explanation}
        </p>
      }
    />
  )
}
