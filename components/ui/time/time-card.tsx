'use client'

import { Popover } from 'radix-ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { useIntl } from '@/components/ui/intl'
import { formatAgo } from '@/components/ui/time/format-ago'
import { fill } from '@/lib/messages/messages'
import { formatDateTime, zoneName } from '@/lib/time'

/** Long enough for a pointer that only passes by. */
const openAfterMs = 300
/** Long enough for the way from the time to its card. */
const closeAfterMs = 200

type TimeCardProps = {
  iso: string
  /** The element that shows the time. */
  anchor: HTMLElement
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/**
 * Opens on hover, focus or touch of the anchor, and closes when the pointer leaves anchor and card, unless the focus is in the
 * card. Returns the props of the card.
 */
function useInterest({ anchor, onOpenChange }: Pick<TimeCardProps, 'anchor' | 'onOpenChange'>) {
  const card = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const change = useEffectEvent(onOpenChange)
  const plan = (isOpen: boolean) => {
    clearTimeout(timer.current)
    if (!isOpen && card.current?.contains(document.activeElement)) return
    timer.current = setTimeout(() => onOpenChange(isOpen), isOpen ? openAfterMs : closeAfterMs)
  }
  const planOpen = useEffectEvent(() => plan(true))
  const planClose = useEffectEvent(() => plan(false))

  useEffect(() => {
    const handleEnter = ({ pointerType }: PointerEvent) => pointerType !== 'touch' && planOpen()
    const handleLeave = ({ pointerType }: PointerEvent) => pointerType !== 'touch' && planClose()
    const handleFocus = ({ relatedTarget }: FocusEvent) => {
      const isBack = relatedTarget instanceof Node && card.current?.contains(relatedTarget)
      if (!isBack && anchor.matches(':focus-visible')) planOpen()
    }
    const handleClick = () => {
      clearTimeout(timer.current)
      change(true)
    }
    anchor.addEventListener('pointerenter', handleEnter)
    anchor.addEventListener('pointerleave', handleLeave)
    anchor.addEventListener('focus', handleFocus)
    anchor.addEventListener('click', handleClick)
    // What made somebody want the card was before these listeners.
    if (anchor.matches(':hover, :focus-visible')) planOpen()
    return () => {
      clearTimeout(timer.current)
      anchor.removeEventListener('pointerenter', handleEnter)
      anchor.removeEventListener('pointerleave', handleLeave)
      anchor.removeEventListener('focus', handleFocus)
      anchor.removeEventListener('click', handleClick)
    }
  }, [anchor])
  return { ref: card, onPointerEnter: () => plan(true), onPointerLeave: () => plan(false) }
}

/** All forms of an instant, each to be copied. It stands after its anchor in the page, so that Tab leads into it. */
export function TimeCard({ iso, anchor, isOpen, onOpenChange }: TimeCardProps) {
  const { t, locale, zone, now } = useIntl()
  const interest = useInterest({ anchor, onOpenChange })
  const forms = [
    [t.time.relative, formatAgo(iso, now, locale)],
    [fill(t.time.here, { zone: zoneName(iso, locale, zone) }), formatDateTime(iso, locale, zone)],
    ['UTC', formatDateTime(iso, locale, 'UTC')],
    ['ISO', iso],
  ] as const
  const isOfAnchor = ({ target }: Event) => target instanceof Node && anchor.contains(target)
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Anchor virtualRef={{ current: anchor }} />
      <Popover.Content
        aria-label={t.time.label}
        align="start"
        sideOffset={4}
        collisionPadding={8}
        collisionBoundary={anchor.closest('[role=dialog]')}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onEscapeKeyDown={() => interest.ref.current?.contains(document.activeElement) && anchor.focus()}
        onInteractOutside={(event) => isOfAnchor(event.detail.originalEvent) && event.preventDefault()}
        // A click in a row opens its record, and this card may stand in one.
        onClick={(event) => event.stopPropagation()}
        {...interest}
        className="z-menu w-84 max-w-full whitespace-normal rounded-3 bg-float px-3 py-1 font-normal text-13 text-text-1 shadow-float print:hidden"
      >
        <dl>
          {forms.map(([label, text]) => (
            <div key={label} className="flex min-h-11 items-center gap-2 wide:min-h-6">
              <dt className="w-20 flex-none text-text-2">{label}</dt>
              <dd className="flex min-w-0 flex-auto items-center gap-2">
                <span className="wrap-anywhere min-w-0 flex-auto">{text}</span>
                <CopyButton value={text} what={label} className="max-wide:size-11" />
              </dd>
            </div>
          ))}
        </dl>
      </Popover.Content>
    </Popover.Root>
  )
}
