'use client'

import { useEffect, useRef } from 'react'
import { useRecordSteps } from '@/components/customers/steps/use-record-steps'
import { StepButtons } from '@/components/list/step-buttons'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { fill } from '@/lib/messages/messages'
import { type RecordList, storeRecordList } from '@/lib/record-list'

type RecordStepsProps = { accountId: string; list: RecordList; index: number }

/** The position of a record in its list, and the ways to the records beside it. */
export function RecordSteps({ accountId, list, index }: RecordStepsProps) {
  const { t } = useIntl()
  const { text, previous, next, hasFailed } = useRecordSteps({ accountId, list, index })
  const buttons = useRef<HTMLSpanElement>(null)

  // A step by a button leads to another page, where the same button goes on.
  const { stepped, to } = list
  const isHere = to === list.ids[index]
  useEffect(() => {
    if (stepped === undefined || !isHere) return
    const [up, down] = buttons.current?.querySelectorAll('button') ?? []
    const used = stepped === 'previous' ? up : down
    used?.focus()
    const { stepped: _, to: __, ...rest } = list
    storeRecordList(accountId, rest)
  }, [accountId, list, stepped, isHere])

  const toCommand = (step: typeof next) => () => {
    step?.()
    return step !== null
  }
  useCommand({
    id: 'previous-record',
    keys: ['[', 'Alt+PageUp', 'k'],
    title: t.record.previous,
    group: 'record',
    run: toCommand(previous),
  })
  useCommand({
    id: 'next-record',
    keys: [']', 'Alt+PageDown', 'j'],
    title: t.record.next,
    group: 'record',
    run: toCommand(next),
  })
  return (
    <span className="flex flex-none items-center print:hidden">
      <span role="status" className="whitespace-nowrap text-12 text-danger">
        {hasFailed && t.record.neighboursFailed}
      </span>
      <span className="hidden items-center gap-1 whitespace-nowrap px-1 text-12 text-text-2 wide:flex">
        <span>{fill(t.record.position, { index: index + 1, count: list.ids.length })}</span>
        {text !== null && (
          <>
            <span>{t.record.inList}</span>
            <b className="max-w-40 truncate font-medium text-text-1">
              <Text>{text}</Text>
            </b>
          </>
        )}
      </span>
      <span ref={buttons} className="flex">
        <StepButtons onPrevious={previous && (() => previous('previous'))} onNext={next && (() => next('next'))} />
      </span>
      <span aria-hidden="true" className="mx-1 hidden h-4 w-px flex-none bg-line-strong wide:block" />
    </span>
  )
}
