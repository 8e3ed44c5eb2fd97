'use client'

import type { ReactNode } from 'react'
import { useAlternativeCount } from '@/components/customers/use-alternative-count'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { KeyHint } from '@/components/ui/key-hint'
import { usePageFlag } from '@/components/ui/page/page-flag'
import { useFormatPhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import { maskedFlag } from '@/lib/access'
import type { Alternative } from '@/lib/customers/alternatives/find-alternatives'
import { toTokenTypeName } from '@/lib/customers/format/token'
import { fill, plural } from '@/lib/messages/messages'

type ActionLineProps = {
  index: number
  id: string
  title: ReactNode
  /** The title as plain text, with its value: the palette lists it by itself. */
  name: string
  state: ReactNode
  /** The name of the next step; null where there is none. */
  step: string | null
  run: () => void
}

/** The number keys; later lines have none. */
const lastKey = 9

type LineKeyProps = Pick<ActionLineProps, 'index' | 'id' | 'name' | 'step' | 'run'>

/** The number key of a line, which does its next step. */
function LineKey({ index, id, name, step, run }: LineKeyProps) {
  useCommand({
    id: `alternative-${id}`,
    keys: [String(index)],
    title: name,
    group: 'list',
    run: () => {
      if (step !== null) run()
      return step !== null
    },
  })
  return <KeyHint className="w-4.5 px-0">{index}</KeyHint>
}

/** A numbered line whose button, or whose number key, does the next step. */
export function ActionLine({ index, id, title, name, state, step, run }: ActionLineProps) {
  return (
    <li className="border-line-row border-b first:border-t">
      <button
        type="button"
        onClick={run}
        aria-disabled={step === null}
        className="flex min-h-11 w-full items-center gap-3 text-left hover:bg-hover off:bg-transparent wide:min-h-9"
      >
        {index > lastKey ? (
          <span className="w-4.5" />
        ) : (
          <LineKey index={index} id={id} name={name} step={step} run={run} />
        )}
        <span className="wrap-anywhere min-w-0 flex-auto py-1">{title}</span>
        <span className="flex-none text-text-2" role="status">
          {state}
        </span>
        <span className="w-10 flex-none text-right text-accent-text wide:w-14">{step}</span>
      </button>
    </li>
  )
}

type AlternativeLineProps = { index: number; alternative: Alternative; pageSize: number; onShow: () => void }

/** What an alternative is about, as the person knows it. */
function useAlternativeNote({ kind, value, filters, isImpossible }: Alternative): string {
  const { t } = useIntl()
  const formatPhone = useFormatPhone()
  if (isImpossible) return t.empty.keepsOnlyId
  if (kind === 'token') return `${toTokenTypeName(filters.token_type ?? '', t)} ${value}`
  const isPhone = kind.includes('plus') || kind.startsWith('phone') || kind === 'with_country_code'
  return isPhone ? formatPhone(value) : value
}

/** One alternative query: the first press counts its customers unless they are counted at once, the next shows them. */
export function AlternativeLine({ index, alternative, pageSize, onShow }: AlternativeLineProps) {
  const { t, locale } = useIntl()
  const isMasked = usePageFlag(maskedFlag)
  const counted = useAlternativeCount(alternative, pageSize, isMasked)
  const note = useAlternativeNote(alternative)
  const { kind, isImpossible } = alternative
  const name = t.empty.offers[kind]
  const title = (
    <span>
      <span>{name}</span> <span className="text-text-2">{note && <Text>{note}</Text>}</span>
    </span>
  )
  const line = { index, id: `${kind}-${index}`, title, name: `${name} ${isImpossible ? '' : note}`.trim() }
  if (isImpossible) return <ActionLine {...line} state={t.empty.cannotMatch} step={null} run={() => {}} />
  switch (counted.state) {
    case 'waiting':
      return <ActionLine {...line} state={t.empty.notAsked} step={t.empty.ask} run={counted.count} />
    case 'counting':
      return <ActionLine {...line} state={t.empty.asking} step={t.empty.stop} run={counted.stop} />
    case 'failed':
      return <ActionLine {...line} state={t.empty.askFailed} step={t.errors.tryAgain} run={counted.retry} />
    case 'counted': {
      const { count, isAtLeast } = counted
      const found =
        count === null
          ? ''
          : isAtLeast
            ? fill(t.empty.foundMore, { count: count.toLocaleString(locale) })
            : plural(t.empty.found, count, locale)
      const isNone = count === 0 && !isAtLeast
      return <ActionLine {...line} state={found} step={isNone ? null : t.empty.show} run={isNone ? () => {} : onShow} />
    }
  }
}
