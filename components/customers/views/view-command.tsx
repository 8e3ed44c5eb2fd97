'use client'

import type { OpenableView, Views } from '@/components/customers/views/use-views'
import { useCommand } from '@/components/ui/commands'

/** How many views have a digit. */
export const digits = 9

/** The views in the order of their list; the first ones have digits. `all` has none: it is what `g c` leads to. */
export const viewsInOrder = ({ data, ofProduct }: Views): OpenableView[] => [
  ...data.views,
  ...ofProduct.filter(({ id }) => id !== 'all'),
]

/** A view as a command. */
export function ViewCommand({ view, keys, views }: { view: OpenableView; keys: string[]; views: Views }) {
  useCommand({
    id: `view ${view.id}`,
    keys,
    title: view.name,
    note: view.owner,
    group: 'view',
    run: () => {
      views.openView(view)
      return true
    },
  })
  return null
}
