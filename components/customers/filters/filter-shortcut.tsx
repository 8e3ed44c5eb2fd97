'use client'

import type { Filter, FilterBarContext } from '@/components/customers/filters/filter-props'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'

type FilterShortcutProps = Pick<FilterBarContext, 'onOpen'> & {
  filter: Filter
  shortcut: NonNullable<Filter['shortcut']>
}

/** The key of a filter: it opens the menu or the form. */
export function FilterShortcut({ filter, shortcut, onOpen }: FilterShortcutProps) {
  const { t } = useIntl()
  const { name } = filter
  useCommand({
    id: `filter-${name}`,
    keys: [shortcut.key],
    title: shortcut.title(t),
    group: 'find',
    run: () => {
      onOpen(name)
      return true
    },
  })
  return null
}
