'use client'

import type { ComponentProps } from 'react'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { MenuButton } from '@/components/ui/menu-button'

type DeletedSwitchProps = {
  value: 'hidden' | 'shown' | 'deleted'
  onChange: (on: boolean) => void
  /** Chooses between deleted customers among the rows and deleted ones alone. */
  menu: Omit<ComponentProps<typeof MenuButton>, 'className' | 'children'>
}

/** Whether deleted customers are among the rows, or are all there is to see. */
export function DeletedSwitch({ value, onChange, menu }: DeletedSwitchProps) {
  const { t } = useIntl()
  const on = value !== 'hidden'
  useCommand({
    id: 'toggle-deleted',
    keys: ['d'],
    title: t.shortcuts.toggleDeleted,
    group: 'find',
    run: () => {
      onChange(!on)
      return true
    },
  })
  return (
    <span
      className={`h-11 flex-none items-center whitespace-nowrap rounded-2 border text-text-2 wide:inline-flex wide:h-7 ${on ? 'inline-flex border-line-strong bg-page' : 'hidden border-transparent'}`}
    >
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-label={t.filters.showDeleted}
        onClick={() => onChange(!on)}
        className="hover-fade inline-flex h-full items-center gap-1.5 rounded-l-2 px-2 hover:bg-press hover:text-text-1 only:rounded-r-2"
      >
        <span
          aria-hidden="true"
          className={`flex h-3.5 w-6 flex-none rounded-full border p-0.5 ${on ? 'justify-end border-accent bg-accent' : 'border-line-control'}`}
        >
          <span className={`size-2 rounded-full ${on ? 'bg-accent-on' : 'bg-line-control'}`} />
        </span>
        {t.filters.deleted}
      </button>
      {on && (
        <MenuButton
          {...menu}
          className="hover-fade h-full rounded-r-2 border-line border-l px-2 font-medium text-text-1 hover:bg-press aria-expanded:bg-press"
        >
          {value === 'shown' ? t.filters.shown : t.filters.only}
        </MenuButton>
      )}
    </span>
  )
}
