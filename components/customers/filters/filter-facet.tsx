'use client'

import type { Filter, FilterBarContext, OpenFilter } from '@/components/customers/filters/filter-props'
import { FormFacet, MenuFacet } from '@/components/list/facet'
import { SetFacet } from '@/components/list/set-facet'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import type { MenuProps } from '@/components/ui/menu-button'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import type { Chip } from '@/lib/customers/filters/filter'

const FilterMenu = lazyComponent(
  () => import('@/components/customers/filters/filter-menu'),
  (all) => all.FilterMenu,
)
const FilterForm = lazyComponent(
  () => import('@/components/customers/filters/filter-form'),
  (all) => all.FilterForm,
)

type FilterFacetProps = FilterBarContext & {
  filter: Filter
  /** The values of the filter that are set. */
  chips: Chip<ListFilters>[]
  open: OpenFilter
  className?: string
}

/** One filter in the bar: the control of its kind, and a chip for each value that is set. */
export function FilterFacet({ filter, chips, open, className, ...context }: FilterFacetProps) {
  const { t } = useIntl()
  const { name, label, facet } = filter
  const { setFilters, onOpen } = context
  if (!facet || !label) return null

  const [first] = chips
  const control = {
    label: label(t),
    value: first?.value ?? null,
    onRemove: () => setFilters(first?.cleared ?? {}),
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => onOpen(isOpen ? name : null),
    isWideOnly: true,
  }
  const form = { ...context, label: label(t), onClose: () => onOpen(null) }
  const chipList = chips.map((chip) => (
    <SetFacet
      key={chip.label ?? name}
      label={chip.label ?? label(t)}
      value={chip.value}
      onRemove={() => setFilters(chip.cleared)}
    />
  ))
  switch (facet.kind) {
    case 'choices':
    case 'tags':
      return (
        <MenuFacet
          {...control}
          className={className}
          renderMenu={(menu: MenuProps) => <FilterMenu {...menu} {...context} filter={filter} />}
        />
      )
    case 'attributes':
      return (
        <>
          {chipList}
          <FormFacet {...control} value={null}>
            <FilterForm {...form} kind={facet.kind} />
          </FormFacet>
        </>
      )
    case 'token':
    case 'instant':
      return (
        <FormFacet {...control}>
          <FilterForm {...form} kind={facet.kind} />
        </FormFacet>
      )
    case 'value':
      return chipList
  }
}
