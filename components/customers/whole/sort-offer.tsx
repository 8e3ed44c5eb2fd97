'use client'

import { mostSorted } from '@/components/customers/whole/sort-limit'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

export type SortOfferProps = {
  /** Null where Dintero does not count. */
  total: number | null
  onLoad: () => void
}

/** Loads all customers of a search, so that they can be sorted. */
function LoadWhole({ total, onLoad }: { total: number; onLoad: () => void }) {
  const { t, locale } = useIntl()
  useCommand({
    id: 'load-whole',
    keys: ['w'],
    title: t.whole.load,
    group: 'list',
    run: () => {
      onLoad()
      return true
    },
  })
  return (
    <button type="button" onClick={onLoad} className="hidden text-12 text-accent-text hover:underline mid:inline">
      {fill(t.whole.loadAll, { total: total.toLocaleString(locale) })}
    </button>
  )
}

/** Offers to load a result whole, since the API cannot sort; or says why it is not offered. */
export function SortOffer({ total, onLoad }: SortOfferProps) {
  const { t, locale } = useIntl()
  if (total !== null && total <= mostSorted) return total > 1 && <LoadWhole total={total} onLoad={onLoad} />
  return (
    <span className="hidden text-12 text-text-3 large:inline">
      {total === null ? t.whole.uncounted : fill(t.whole.limit, { most: mostSorted.toLocaleString(locale) })}
    </span>
  )
}
