'use client'

import { type ReactElement, type ReactNode, Suspense, useState } from 'react'
import { type Command, useOpenCommand } from '@/components/ui/commands'

/** The props that a menu gets from its button. */
export type MenuProps = { trigger: ReactElement; open: boolean; onOpenChange: (open: boolean) => void }

type MenuButtonProps = {
  id?: string
  label?: string
  className: string
  children: ReactNode
  open: boolean
  onOpenChange: (open: boolean) => void
  renderMenu: (menu: MenuProps) => ReactNode
}

/** A button that loads its menu, with Radix (29 kB), after the page. */
export function MenuButton({ id, label, className, children, open, onOpenChange, renderMenu }: MenuButtonProps) {
  const [used, setUsed] = useState(false)
  if (open && !used) setUsed(true)

  const look = { id, className, 'aria-label': label }
  const button = (
    <button type="button" aria-haspopup="menu" aria-expanded={open} {...look} onClick={() => onOpenChange(true)}>
      {children}
    </button>
  )
  if (!used && !open) return button
  const trigger = (
    <button type="button" {...look}>
      {children}
    </button>
  )
  return <Suspense fallback={button}>{renderMenu({ trigger, open, onOpenChange })}</Suspense>
}

type CommandMenuProps = Omit<MenuButtonProps, 'open' | 'onOpenChange'> & {
  command: Pick<Command, 'id' | 'keys' | 'title'>
}

/** A menu of the frame, which a key opens too. */
export function CommandMenuButton({ command, ...button }: CommandMenuProps) {
  const [open, setOpen] = useOpenCommand({
    ...command,
    group: 'go',
  })
  return <MenuButton {...button} open={open} onOpenChange={setOpen} />
}
