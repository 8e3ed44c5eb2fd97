'use client'

import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { isComposingKey } from '@/components/ui/commands'

type PopoverProps = {
  label: string
  /** The edge of its parent that it is aligned with. */
  align?: 'start' | 'end'
  onClose: () => void
  children: ReactNode
}

/** What takes the focus, the first of them when the popover opens. */
const field = ':is(input:not([type=hidden]), select, button):enabled'

/**
 * A small form below its parent, which must be positioned; on a narrow screen, a sheet at the bottom edge. It is not
 * modal: it closes on Escape, on a click outside and when the focus leaves, and returns the focus to its opener.
 */
export function Popover({ label, align = 'start', onClose, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)

  useEffect(() => {
    const parent = box.current?.parentElement
    // A popover that was opened by a keyboard shortcut returns the focus to the button of its parent.
    const opener = document.activeElement === document.body ? parent?.querySelector('button') : document.activeElement
    box.current?.querySelector<HTMLElement>(field)?.focus()
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !parent?.contains(target)) close()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown)
      const focused = document.activeElement
      if (opener instanceof HTMLElement && (focused === document.body || parent?.contains(focused))) opener.focus()
    }
  }, [])
  useEffect(() => {
    // What had the focus has given way, as a field does whose choices could not be read.
    if (document.activeElement === document.body) box.current?.querySelector<HTMLElement>(field)?.focus()
  })

  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      // A click on its text leaves the focus here, so that Escape still closes it.
      tabIndex={-1}
      data-float
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposingKey(event.nativeEvent)) return
        event.stopPropagation()
        event.preventDefault()
        onClose()
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !box.current?.parentElement?.contains(relatedTarget)) onClose()
      }}
      className={`fixed inset-x-0 bottom-0 z-menu max-h-sheet overflow-auto rounded-t-3 bg-float p-3 shadow-float wide:absolute wide:inset-x-auto wide:top-full wide:bottom-auto wide:mt-1 wide:w-80 wide:rounded-3 ${align === 'start' ? 'wide:left-0' : 'wide:right-0'}`}
    >
      {children}
    </div>
  )
}
