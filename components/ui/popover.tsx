'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type PopoverProps = {
  label: string
  /** Which edge it keeps of what opened it. */
  align?: 'start' | 'end'
  /** What opened it: it gets the focus back. */
  onClose: () => void
  children: ReactNode
}

/**
 * A small form below what opened it; a sheet at the bottom edge where the screen is narrow. Its parent is positioned. It
 * is not modal: it closes with Escape, and where a person clicks or goes elsewhere.
 */
export function Popover({ label, align = 'start', onClose, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useEffect(() => {
    const parent = box.current?.parentElement
    // What was opened by a key goes back to its button.
    const opener = document.activeElement === document.body ? parent?.querySelector('button') : document.activeElement
    const first = box.current?.querySelector<HTMLElement>('input:not([type=hidden]), select, button')
    first?.focus()
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !parent?.contains(target)) close.current()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown)
      const focused = document.activeElement
      if (opener instanceof HTMLElement && (focused === document.body || parent?.contains(focused))) opener.focus()
    }
  }, [])

  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      data-float
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onClose()
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !box.current?.parentElement?.contains(relatedTarget)) onClose()
      }}
      className={`fixed inset-x-0 bottom-0 z-menu max-h-[80dvh] overflow-auto rounded-t-3 bg-float p-3 shadow-float wide:absolute wide:inset-x-auto wide:top-full wide:bottom-auto wide:mt-1 wide:w-[320px] wide:rounded-3 ${align === 'start' ? 'wide:left-0' : 'wide:right-0'}`}
    >
      {children}
    </div>
  )
}
