'use client'

import { Fragment, useRef } from 'react'
import type { Filter, FilterBarContext, FilterOf, OpenFilter } from '@/components/customers/filters/filter-props'
import { TagChoices } from '@/components/customers/filters/tag-choices'
import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuChoice, MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { barFilters } from '@/lib/customers/filters/registry'

type FixedChoicesProps = Pick<FilterBarContext, 'filters' | 'setFilters'> & FilterOf<'choices'>

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
      return <FixedChoices {...context} label={label} facet={facet} />
    case 'tags':
      return <TagChoices {...context} label={label(t)} />
    case 'attributes':
    case 'token':
    case 'instant':
      return <MenuItem onSelect={() => context.onOpen(name)}>{`${label(t)} …`}</MenuItem>
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
  facet?.kind === 'attributes' || facet?.kind === 'token' || facet?.kind === 'instant'
const hasChoices = ({ facet }: Filter) => facet?.kind === 'choices' || facet?.kind === 'tags'

/** The menu of all filters, for narrow screens: forms, then choices. */
export function NarrowMenu({ trigger, open, onOpenChange, ...given }: MenuProps & FilterBarContext) {
  /** The form that was chosen. It opens after the menu, which takes the focus back to its button when it closes. */
  const chosen = useRef<OpenFilter>(null)
  const context = {
    ...given,
    onOpen: (filter: OpenFilter) => {
      chosen.current = filter
    },
  }
  const handleClosed = () => {
    if (chosen.current !== null) given.onOpen(chosen.current)
    chosen.current = null
  }
  const items = (filters: readonly Filter[]) =>
    filters.map((filter) => <FilterItems key={filter.name} {...context} filter={filter} />)
  return (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange} onClosed={handleClosed}>
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
