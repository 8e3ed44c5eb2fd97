'use client'

import type { ComponentProps } from 'react'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { MenuButton } from '@/components/ui/menu-button'
import { Switch } from '@/components/ui/switch'

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
      <Switch
        on={on}
        onChange={onChange}
        label={t.filters.showDeleted}
        className="h-full rounded-l-2 px-2 only:rounded-r-2"
      >
        {t.filters.deleted}
      </Switch>
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
