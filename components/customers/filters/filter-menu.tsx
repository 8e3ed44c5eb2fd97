'use client'

import { Fragment } from 'react'
import type { Filter, FilterBarContext, FilterOf } from '@/components/customers/filters/filter-props'
import { TagChoices } from '@/components/customers/filters/tag-choices'
import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuChoice, MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { barFilters } from '@/lib/customers/filters/registry'

type FixedChoicesProps = Pick<FilterBarContext, 'filters' | 'setFilters'> & FilterOf<'choices' | 'switch'>

/** The fixed choices of a filter. */
function FixedChoices({ label, facet, filters, setFilters }: FixedChoicesProps) {
  const { t } = useIntl()
  return (
    <>
      <MenuCaption>{label(t)}</MenuCaption>
      <MenuChoices
        label={label(t)}
        value={facet.selected(filters)}
        onChange={(value) => setFilters(facet.select(value))}
      >
        {facet.choices(t).map(({ value, label, note }) => (
          <MenuChoice key={value} value={value} note={note}>
            {label}
          </MenuChoice>
        ))}
      </MenuChoices>
    </>
  )
}

/** The choices of a filter that has a menu, or an item that opens its form; nothing for a filter without either. */
function FilterItems({ filter, ...context }: FilterBarContext & { filter: Filter }) {
  const { t } = useIntl()
  const { name, label, facet } = filter
  if (!facet || !label) return null
  switch (facet.kind) {
    case 'choices':
    case 'switch':
      return <FixedChoices {...context} label={label} facet={facet} />
    case 'tags':
      return <TagChoices {...context} label={label(t)} />
    case 'attributes':
    case 'fields':
    case 'instant':
      return <MenuItem onSelect={() => context.onOpen(name)}>{label(t)} …</MenuItem>
    case 'value':
      return null
  }
}

type FilterMenuProps = MenuProps & FilterBarContext & { filter: Filter }

/** The menu of one filter. */
export function FilterMenu({ trigger, open, onOpenChange, ...props }: FilterMenuProps) {
  return (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange}>
      <FilterItems {...props} />
    </Menu>
  )
}

const isForm = ({ facet }: Filter) =>
  facet?.kind === 'attributes' || facet?.kind === 'fields' || facet?.kind === 'instant'
const hasChoices = ({ facet }: Filter) => facet?.kind === 'choices' || facet?.kind === 'tags'

/** The menu of all filters, for narrow screens: switches, forms, choices. */
export function NarrowMenu({ trigger, open, onOpenChange, ...context }: MenuProps & FilterBarContext) {
  const switches = barFilters.filter(({ facet }) => facet?.kind === 'switch')
  const items = (filters: readonly Filter[]) =>
    filters.map((filter) => <FilterItems key={filter.name} {...context} filter={filter} />)
  return (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange}>
      {items(switches)}
      <MenuRule />
      {items(barFilters.filter(isForm))}
      {barFilters.filter(hasChoices).map((filter) => (
        <Fragment key={filter.name}>
          <MenuRule />
          <FilterItems {...context} filter={filter} />
        </Fragment>
      ))}
    </Menu>
  )
}
