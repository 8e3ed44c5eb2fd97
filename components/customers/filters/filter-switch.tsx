'use client'

import type { ReactNode } from 'react'
import type { FilterBarContext, FilterOf } from '@/components/customers/filters/filter-props'
import { useIntl } from '@/components/ui/intl'
import { MenuButton, type MenuProps } from '@/components/ui/menu-button'
import { Switch } from '@/components/ui/switch'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import type { Messages } from '@/lib/messages/messages'

type SwitchFacet = FilterOf<'switch'>['facet']

/** The filters with the switch turned: off at its first choice, else on at its second. */
export function toggleSwitch(facet: SwitchFacet, filters: ListFilters, t: Messages): Partial<ListFilters> {
  const [off, on = off] = facet.choices(t)
  return facet.select(facet.selected(filters) === off.value ? on.value : off.value)
}

type FilterSwitchProps = Pick<FilterBarContext, 'filters' | 'setFilters'> &
  FilterOf<'switch'> & {
    isOpen: boolean
    onOpenChange: (isOpen: boolean) => void
    renderMenu: (menu: MenuProps) => ReactNode
  }

/** A filter that is off at its first choice; while it is on, a menu chooses among all choices. */
export function FilterSwitch({
  label,
  facet,
  filters,
  setFilters,
  isOpen,
  onOpenChange,
  renderMenu,
}: FilterSwitchProps) {
  const { t } = useIntl()
  const choices = facet.choices(t)
  const [off] = choices
  const selected = choices.find(({ value }) => value === facet.selected(filters)) ?? off
  const isOn = selected.value !== off.value
  return (
    <span
      className={`h-11 flex-none items-center whitespace-nowrap rounded-2 border text-text-2 wide:inline-flex wide:h-7 ${isOn ? 'inline-flex border-line-strong bg-page' : 'hidden border-transparent'}`}
    >
      <Switch
        on={isOn}
        onChange={() => setFilters(toggleSwitch(facet, filters, t))}
        label={facet.switchLabel(t)}
        className="h-full rounded-l-2 px-2 only:rounded-r-2"
      >
        {label(t)}
      </Switch>
      {isOn && (
        <MenuButton
          open={isOpen}
          onOpenChange={onOpenChange}
          renderMenu={renderMenu}
          className="hover-fade h-full rounded-r-2 border-line border-l px-2 font-medium text-text-1 hover:bg-press aria-expanded:bg-press"
        >
          {selected.short ?? selected.label}
        </MenuButton>
      )}
    </span>
  )
}
