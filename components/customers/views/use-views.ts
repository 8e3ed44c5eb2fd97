'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { serializeListFilters } from '@/components/customers/next-search-params'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useIntl } from '@/components/ui/intl'
import { usePreferences } from '@/components/ui/page/preferences'
import { viewQueries } from '@/lib/api/queries/views'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import { isSameLayout } from '@/lib/customers/columns/same-layout'
import { type ProductView, productViewQuery, productViews, toProductView } from '@/lib/customers/views/product-views'
import type { FirstViews } from '@/lib/customers/views/view'
import type { ChosenPreferences } from '@/lib/preferences'

/** What can be opened: a view that somebody keeps, or one of the product. */
export type OpenableView = { id: string; name: string; query: string; version?: number; owner?: string | null }

type Opened = {
  id: string | null
  choices: ReturnType<typeof usePreferences>['choices']
  version: number | null
  /** The columns as the person has laid them out since; null as the view has them. */
  columns: ColumnLayout | null
}

/** The parts of the URL of the list that views use. */
type ViewUrl = Pick<CustomerUrl, 'filters'> & {
  params: Pick<CustomerUrl['params'], 'view'>
  openView: (...view: Parameters<CustomerUrl['openView']>) => Promise<unknown>
}

type ViewsOptions = { accountId: string; first: FirstViews; mayShare: boolean; url: ViewUrl }

/**
 * The view that the URL names, whether the page shows something else by now, and how to open another. `first` is what the
 * first HTML knows; the list of all views is fetched when it is first opened, or when the URL names a view beside them.
 */
export function useViews({ accountId, first, mayShare, url }: ViewsOptions) {
  const { t } = useIntl()
  const { preferences, choices } = usePreferences()
  const { openView } = url
  const id = url.params.view
  const known = useMemo(() => {
    const { open, first: listed } = first
    const isListed = open === null || listed.some((one) => one.id === open.id)
    return { views: isListed ? listed : [...listed, open], default: first.default }
  }, [first])
  const { data = known } = useQuery({
    ...viewQueries.list(accountId),
    enabled: id !== null && toProductView(id) === null && !known.views.some((one) => one.id === id),
  })
  /** The one that is kept; null for a view of the product, and for one that the person may not open. */
  const open = data.views.find((one) => one.id === id) ?? null

  // A density that the person chooses while the view is open replaces that of the view. Columns that they lay out meanwhile are
  // those of the view alone. The version is the one that they have seen: a list that is fetched later may hold another.
  const version = open?.version ?? null
  const [opened, setOpened] = useState<Opened>({ id, choices, version, columns: null })
  if (opened.id !== id || (opened.version === null && version !== null))
    setOpened({ id, choices, version, columns: null })
  const ofView = open?.density ?? preferences.density
  const density = opened.choices.density === choices.density ? ofView : preferences.density
  const keptColumns = open?.columns ?? null
  const columns = (keptColumns && opened.columns) ?? keptColumns
  const text = serializeListFilters(url.filters).slice(1)

  return useMemo(() => {
    const toOpenable = (one: ProductView): OpenableView => ({
      id: one,
      name: t.views.product[one],
      query: productViewQuery(one, Date.now()),
    })
    const ofProduct = productViews.map(toOpenable)
    const current = open ?? toOpenable(toProductView(id) ?? 'all')
    return {
      accountId,
      mayShare,
      data,
      ofProduct,
      open,
      current,
      /** The filters of the list now, as a view keeps them. */
      text,
      /** What the open view shows in place of what the person has chosen. */
      shown: { density, ...(columns && { columns: { [accountId]: columns } }) },
      /** Takes the columns out of what the person chooses, where they are those of the open view; returns the rest. */
      keepChoice: (change: ChosenPreferences): ChosenPreferences => {
        const { columns: laidOut, ...rest } = change
        if (keptColumns === null || laidOut === undefined) return change
        setOpened((now) => ({ ...now, columns: laidOut[accountId] ?? keptColumns }))
        return rest
      },
      isEdited:
        current.query !== text ||
        density !== ofView ||
        (keptColumns !== null && columns !== null && !isSameLayout(keptColumns, columns)),
      /** Opens a view, or the open one again as it is kept. */
      openView: (view: OpenableView) => {
        // Without a default, the bare address is that of all customers.
        const next = view.id === 'all' && data.default === null ? null : view.id
        setOpened({ id: next, choices, version: view.version ?? null, columns: null })
        void openView(next, view.query)
      },
      /** The version of the open view that the person has seen. */
      seenVersion: opened.version,
      seeVersion: (seen: number) => setOpened((now) => ({ ...now, version: seen })),
    }
  }, [accountId, mayShare, data, open, id, t, text, density, ofView, keptColumns, columns, choices, opened, openView])
}

export type Views = ReturnType<typeof useViews>
