'use client'

import { useQuery } from '@tanstack/react-query'
import type { Views } from '@/components/customers/views/use-views'
import { digits, ViewCommand, viewsInOrder } from '@/components/customers/views/view-command'
import { CommandsOnTheWay } from '@/components/ui/listbox/use-commands'
import { viewQueries } from '@/lib/api/queries/views'

/** A command for each view that has no digit, for the palette. */
export function ViewCommands({ views }: { views: Views }) {
  const { isLoading } = useQuery(viewQueries.list(views.accountId))
  const all = views.ofProduct.filter(({ id }) => id === 'all')
  return [
    ...[...viewsInOrder(views).slice(digits), ...all].map((view) => (
      <ViewCommand key={view.id} view={view} keys={[]} views={views} />
    )),
    isLoading && <CommandsOnTheWay key="on the way" />,
  ]
}
