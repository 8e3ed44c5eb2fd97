'use client'

import type { Filter, FilterBarContext } from '@/components/customers/filters/filter-props'
import { toggleSwitch } from '@/components/customers/filters/filter-switch'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'

type FilterShortcutProps = Pick<FilterBarContext, 'filters' | 'setFilters' | 'onOpen'> & {
  filter: Filter
  shortcut: NonNullable<Filter['shortcut']>
}

/** The key of a filter: it opens the menu or the form, and turns a switch. */
export function FilterShortcut({ filter, shortcut, filters, setFilters, onOpen }: FilterShortcutProps) {
  const { t } = useIntl()
  const { name, facet } = filter
  useCommand({
    id: `filter-${name}`,
    keys: [shortcut.key],
    title: shortcut.title(t),
    group: 'find',
    run: () => {
      if (facet?.kind === 'switch') setFilters(toggleSwitch(facet, filters, t))
      else onOpen(name)
      return true
    },
  })
  return null
}
