'use client'

import { useQuery } from '@tanstack/react-query'
import { ListFilter } from 'lucide'
import { memo, Suspense, useState } from 'react'
import { FilterFacet } from '@/components/customers/filters/filter-facet'
import type { FilterBarContext, OpenFilter } from '@/components/customers/filters/filter-props'
import { FilterShortcut } from '@/components/customers/filters/filter-shortcut'
import { searchFieldOf } from '@/components/customers/search-field'
import { FacetBar } from '@/components/list/facet-bar'
import { Button } from '@/components/ui/button'
import { useIsPaletteOpen } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { lazyComponent } from '@/components/ui/lazy-component'
import { MenuButton } from '@/components/ui/menu-button'
import { useFormatPhone } from '@/components/ui/phone'
import { accountQueries } from '@/lib/api/queries/account'
import { noListFilters } from '@/lib/customers/filters/customer-query'
import { barFilters } from '@/lib/customers/filters/registry'

const FilterCommands = lazyComponent(
  () => import('@/components/customers/filters/filter-commands'),
  (all) => all.FilterCommands,
)
const NarrowMenu = lazyComponent(
  () => import('@/components/customers/filters/filter-menu'),
  (all) => all.NarrowMenu,
)

type FilterBarProps = Pick<FilterBarContext, 'accountId' | 'filters' | 'setFilters'>

/** The filters of the list. One that is set is a chip, which also removes it. */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const { accountId, filters, setFilters } = props
  const { t, locale, zone } = useIntl()
  const formatPhone = useFormatPhone()
  const [open, setOpen] = useState<OpenFilter>(null)
  const isPaletteOpen = useIsPaletteOpen()
  const tags = useQuery({
    ...accountQueries.tags(accountId),
    enabled: filters.tag_id !== null || open === 'tag' || open === 'narrow',
  })
  const context: FilterBarContext = { ...props, tags, onOpen: setOpen }

  // The filter that the search box shows has no chip.
  const boxParam = searchFieldOf(filters)
  const beside = { ...filters, [boxParam]: null }
  const chipContext = { t, locale, zone, formatPhone, tags: tags.data?.tags }
  const facets = barFilters.map((filter) => ({ filter, chips: filter.chips(beside, chipContext) }))
  const setCount = facets.reduce((count, { chips }) => count + chips.length, 0)
  const handleClear = () => setFilters({ ...noListFilters, search: filters.search, [boxParam]: filters[boxParam] })

  return (
    <FacetBar className="flex-auto gap-2 wide:gap-1.5">
      <span className="contents wide:hidden">
        <MenuButton
          open={open === 'narrow'}
          onOpenChange={(isOpen) => setOpen((now) => (isOpen ? 'narrow' : now === 'narrow' ? null : now))}
          className="inline-flex h-11 items-center gap-1.5 rounded-2 border border-line-strong px-2.5 font-medium"
          renderMenu={(menu) => <NarrowMenu {...menu} {...context} />}
        >
          <Icon of={ListFilter} />
          {t.filters.narrow}
          {setCount > 0 && <Kbd>{setCount}</Kbd>}
        </MenuButton>
      </span>
      {facets.map(({ filter, chips }, index) => (
        <FilterFacet
          key={filter.name}
          {...context}
          filter={filter}
          chips={chips}
          open={open}
          className={index === 0 ? 'wide:-ml-2' : ''}
        />
      ))}
      {setCount > 0 && (
        <span className="hidden wide:contents">
          <Button variant="plain" onClick={handleClear}>
            {t.filters.clear}
          </Button>
        </span>
      )}
      {isPaletteOpen && (
        <Suspense>
          <FilterCommands accountId={accountId} setFilters={setFilters} />
        </Suspense>
      )}
      {barFilters.map(
        (filter) =>
          filter.shortcut && (
            <FilterShortcut key={filter.name} filter={filter} shortcut={filter.shortcut} onOpen={setOpen} />
          ),
      )}
    </FacetBar>
  )
})
