'use client'

import { useQuery } from '@tanstack/react-query'
import type { FilterBarContext } from '@/components/customers/filters/filter-props'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { CommandsOnTheWay } from '@/components/ui/listbox/use-commands'
import { accountQueries } from '@/lib/api/queries/account'
import { noListFilters } from '@/lib/customers/filters/customer-query'
import { barFilters } from '@/lib/customers/filters/registry'
import { fill } from '@/lib/messages/messages'

type FilterCommandsProps = Pick<FilterBarContext, 'accountId' | 'setFilters'>

function FilterCommand({ id, title, onChoose }: { id: string; title: string; onChoose: () => void }) {
  useCommand({
    id: `filter ${id}`,
    keys: [],
    title,
    group: 'filter',
    run: () => {
      onChoose()
      return true
    },
  })
  return null
}

/** A command for each value that a filter can be set to, and one that removes them all, for the palette. */
export function FilterCommands({ accountId, setFilters }: FilterCommandsProps) {
  const { t } = useIntl()
  const { data, isLoading } = useQuery(accountQueries.tags(accountId))
  const tags = data?.tags ?? []
  const titleOf = (filter: string, value: string) => fill(t.palette.filterIs, { filter, value })
  const clear = t.empty.noMatch.clear
  const values = barFilters.flatMap(({ name, label, facet }) => {
    if (!label || !facet) return []
    const filter = label(t)
    if (facet.kind === 'choices')
      return facet
        .choices(t)
        .map((choice) => (
          <FilterCommand
            key={`${name} ${choice.value}`}
            id={`${name} ${choice.value}`}
            title={titleOf(filter, choice.label)}
            onChoose={() => setFilters(facet.select(choice.value))}
          />
        ))
    if (facet.kind === 'tags')
      return tags.map(({ id, tag }) => (
        <FilterCommand
          key={`${name} ${id}`}
          id={`${name} ${id}`}
          title={titleOf(filter, tag)}
          onChoose={() => setFilters({ tag_id: id })}
        />
      ))
    return []
  })
  return [
    <FilterCommand key="clear" id="clear" title={clear} onChoose={() => setFilters(noListFilters)} />,
    ...values,
    isLoading && <CommandsOnTheWay key="on the way" />,
  ]
}
