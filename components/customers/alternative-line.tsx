'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { useFormatPhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import { customerQueries } from '@/lib/api/queries/customers'
import type { Alternative } from '@/lib/customers/filters/alternatives'
import { plural } from '@/lib/messages/messages'

type ActionLineProps = {
  index: number
  id: string
  title: ReactNode
  /** The title as plain text. */
  name: string
  state: ReactNode
  /** The name of the next step; null where there is none. */
  step: string | null
  run: () => void
}

/** A numbered line whose button, or whose number key, does the next step. */
export function ActionLine({ index, id, title, name, state, step, run }: ActionLineProps) {
  useCommand({
    id: `alternative-${id}`,
    keys: [String(index)],
    title: name,
    group: 'list',
    run: () => {
      run()
      return true
    },
  })
  return (
    <li className="border-line-row border-b first:border-t">
      <button
        type="button"
        onClick={run}
        disabled={step === null}
        className="flex min-h-11 w-full items-center gap-3 text-left enabled:hover:bg-hover wide:min-h-9"
      >
        <Kbd className="w-4.5 px-0">{index}</Kbd>
        <span className="wrap-anywhere min-w-0 flex-auto py-1">{title}</span>
        <span className="flex-none text-text-2" role="status">
          {state}
        </span>
        <span className="w-10 flex-none text-right text-accent-text wide:w-14">{step}</span>
      </button>
    </li>
  )
}

type AlternativeLineProps = { index: number; alternative: Alternative; onShow: () => void }

/** One alternative query: the first press counts its customers, the second shows them. */
export function AlternativeLine({ index, alternative, onShow }: AlternativeLineProps) {
  const { t, locale } = useIntl()
  const formatPhone = useFormatPhone()
  const queryClient = useQueryClient()
  const [isCounted, setIsCounted] = useState(false)
  const query = customerQueries.total(alternative.accountId, alternative.filters)
  const count = useQuery({ ...query, enabled: isCounted && !alternative.isImpossible })
  const { kind, value, isImpossible } = alternative
  const shownValue = kind.includes('plus') || kind === 'phone_begins' ? formatPhone(value) : value
  const note = isImpossible ? t.empty.keepsOnlyId : shownValue
  const name = t.empty.offers[kind]
  const title = (
    <>
      {name} <span className="text-text-2">{note && <Text>{note}</Text>}</span>
    </>
  )
  const line = { index, id: `${kind}-${index}`, title, name }
  if (isImpossible) return <ActionLine {...line} state={t.empty.cannotMatch} step={null} run={() => {}} />
  const stop = () => {
    setIsCounted(false)
    void queryClient.cancelQueries({ queryKey: query.queryKey })
  }
  if (!isCounted && !count.isSuccess)
    return <ActionLine {...line} state={t.empty.notAsked} step={t.empty.ask} run={() => setIsCounted(true)} />
  if (count.isFetching) return <ActionLine {...line} state={t.empty.asking} step={t.empty.stop} run={stop} />
  if (count.isError)
    return <ActionLine {...line} state={t.empty.askFailed} step={t.errors.tryAgain} run={() => void count.refetch()} />
  const total = count.data?.total
  if (total === 0) return <ActionLine {...line} state={plural(t.empty.found, 0, locale)} step={null} run={() => {}} />
  const state = typeof total === 'number' ? plural(t.empty.found, total, locale) : ''
  return <ActionLine {...line} state={state} step={t.empty.show} run={onShow} />
}
