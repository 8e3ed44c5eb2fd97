'use client'

import { Check } from 'lucide'
import { DropdownMenu } from 'radix-ui'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import type { MenuProps } from '@/components/ui/menu-button'

/** The parts of a menu, on Radix (29 kB). Import them only from lazy components. */

const itemClass =
  'flex min-h-11 wide:min-h-7 cursor-default select-none items-center gap-2 rounded-2 px-2 outline-none data-highlighted:bg-press data-disabled:text-text-3'

/** Focuses the checked item, or the first one, after Radix has focused the menu itself. */
function focusCheckedItem(menu: HTMLDivElement | null): void {
  setTimeout(() => {
    const items = [...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([data-disabled])') ?? [])]
    // Some items are for narrow screens alone.
    const chosen = items.find((item) => item.ariaChecked === 'true') ?? items.find((item) => item.checkVisibility())
    chosen?.focus()
  })
}

type Props = MenuProps & {
  align?: 'start' | 'end'
  /** Called once the menu is gone and its button has the focus again. */
  onClosed?: () => void
  children: ReactNode
}

export function Menu({ trigger, open, onOpenChange, align = 'start', onClosed, children }: Props) {
  const content = useRef<HTMLDivElement>(null)
  const opened = useCallback((menu: HTMLDivElement | null) => {
    content.current = menu
    focusCheckedItem(menu)
  }, [])
  // Items that arrive after the menu has opened: the menu itself still has the focus.
  useEffect(() => {
    if (children && content.current && document.activeElement === content.current) focusCheckedItem(content.current)
  }, [children])
  return (
    // Not modal: a modal menu hides the page from screen readers and injects a style to lock its scrolling.
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          ref={opened}
          onCloseAutoFocus={onClosed}
          className="thin-scroll z-menu max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-84 overflow-auto rounded-3 max-phone:max-w-(--radix-dropdown-menu-content-available-width) bg-float p-1 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export function MenuCaption({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 text-11 text-text-3 leading-6">{children}</DropdownMenu.Label>
}

export function MenuRule() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />
}

type ItemProps = {
  children: ReactNode
  onSelect?: () => void
  disabled?: boolean
  /** Keeps the menu open when the item is selected. */
  stays?: boolean
}

export function MenuItem({ children, onSelect, disabled, stays = false }: ItemProps) {
  const select = (event: Event) => {
    if (stays) event.preventDefault()
    onSelect?.()
  }
  return (
    <DropdownMenu.Item className={itemClass} onSelect={select} disabled={disabled}>
      <span className="wrap-anywhere min-w-0 flex-auto">{children}</span>
    </DropdownMenu.Item>
  )
}

/** A group of items of which exactly one is checked. */
export function MenuChoices<T extends string>({
  label,
  value,
  onChange,
  children,
}: {
  label: string
  value: T
  onChange: (value: T) => void
  children: ReactNode
}) {
  return (
    // Radix gives the value of a choice that is one of the children.
    <DropdownMenu.RadioGroup aria-label={label} value={value} onValueChange={(chosen) => onChange(chosen as T)}>
      {children}
    </DropdownMenu.RadioGroup>
  )
}

type ChoiceProps = { value: string; note?: ReactNode; disabled?: boolean; children: ReactNode }

export function MenuChoice({ value, note, disabled, children }: ChoiceProps) {
  return (
    <DropdownMenu.RadioItem className={itemClass} value={value} disabled={disabled}>
      <span className="wrap-anywhere min-w-0 flex-auto">{children}</span>
      {note && <span className="flex-none text-12 text-text-3">{note}</span>}
      <DropdownMenu.ItemIndicator className="flex-none">
        <Icon of={Check} />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  )
}
