'use client'

import { ChevronFirst, ChevronLeft, ChevronRight } from 'lucide'
import type { List } from '@/components/list/use-list'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { KeyHint } from '@/components/ui/key-hint'

type PageButtonsProps = {
  list: Pick<List, 'first' | 'previous' | 'next'>
  /** Called when the button of the next page is pointed at or focused. */
  onNextLikely?: () => void
}

/**
 * First, previous and next page, as buttons and as keys. When the previous page is not known, its button shows why. A button
 * that leads nowhere keeps the focus: while a page loads, none of them does.
 */
export function PageButtons({ list: { first, previous, next }, onNextLikely }: PageButtonsProps) {
  const { t } = useIntl()
  const unknownReason = first && !previous ? t.pager.noTrail : undefined
  const toCommand = (goTo: (() => void) | null) => () => {
    goTo?.()
    return goTo !== null
  }
  const group = 'list' as const
  useCommand({
    id: 'previous-page',
    keys: ['[', 'Alt+PageUp'],
    title: t.shortcuts.previousPage,
    group,
    run: toCommand(previous),
  })
  useCommand({ id: 'next-page', keys: [']', 'Alt+PageDown'], title: t.shortcuts.nextPage, group, run: toCommand(next) })
  return (
    <span className="flex items-center gap-1 print:hidden">
      {/* Narrow screens have room for Previous only, unless the previous page is not known. */}
      <span className={unknownReason ? 'contents' : 'hidden wide:contents'}>
        <Button size="small" variant="plain" aria-disabled={!first} onClick={() => first?.()}>
          <Icon of={ChevronFirst} />
          {t.pager.first}
        </Button>
      </span>
      <Button
        size="small"
        aria-disabled={!previous}
        title={unknownReason}
        aria-describedby={unknownReason && 'previous-reason'}
        onClick={() => previous?.()}
      >
        <Icon of={ChevronLeft} />
        {t.pager.previous}{' '}
        <span className="hidden wide:not-empty:flex">
          <KeyHint>[</KeyHint>
        </span>
      </Button>
      {unknownReason && (
        <span id="previous-reason" className="sr-only">
          {unknownReason}
        </span>
      )}
      <Button
        size="small"
        aria-disabled={!next}
        onClick={() => next?.()}
        onPointerEnter={onNextLikely}
        onFocus={onNextLikely}
      >
        {t.pager.next}{' '}
        <span className="hidden wide:not-empty:flex">
          <KeyHint>]</KeyHint>
        </span>
        <Icon of={ChevronRight} />
      </Button>
    </span>
  )
}
