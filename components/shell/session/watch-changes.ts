import type { Query, QueryClient } from '@tanstack/react-query'
import { pageFlagValues } from '@/components/ui/page/page-flag'
import { watchChangeStream } from '@/lib/api/change-stream'
import { customerQueries } from '@/lib/api/queries/customers'
import { changeKey, changesFlag } from '@/lib/customers/changes/change-key'

/** The ids of the customers that a query holds: a page of them, or one. */
function idsIn({ queryKey: [name], state: { data } }: Query): string[] {
  if (typeof data !== 'object' || data === null) return []
  const holders: unknown[] =
    name === 'customers' && 'customers' in data && Array.isArray(data.customers)
      ? data.customers
      : name === 'customer' && 'customer' in data
        ? [data.customer]
        : []
  return holders.flatMap((holder) => {
    const { customer_id } = holder as { customer_id?: unknown }
    return typeof customer_id === 'string' ? [customer_id] : []
  })
}

/** The account that a query of customers is about; null for other queries. */
const accountOf = ({ queryKey: [name, account] }: Query): string | null =>
  (name === 'customers' || name === 'customer') && typeof account === 'string' ? account : null

/**
 * Notes which of the customers that this tab holds have changed since they were loaded, where their account reports changes.
 * Lists and records read it by `customerQueries.changed`. It follows the account whose customers are shown.
 */
export function watchChanges(client: QueryClient): void {
  let account: string | null = null
  let stop = () => {}
  const setChanged = (of: string, toNext: (now: Record<string, number>) => Record<string, number>) =>
    client.setQueryData(customerQueries.changed(of).queryKey, (now) => toNext(now ?? {}))

  const note = async (of: string, key: string) => {
    const shown = client.getQueryCache().findAll({ predicate: (query) => accountOf(query) === of && query.isActive() })
    for (const id of new Set(shown.flatMap(idsIn)))
      if ((await changeKey(of, id)) === key) setChanged(of, (now) => ({ ...now, [id]: Date.now() }))
  }
  const follow = (query: Query) => {
    const next = accountOf(query)
    if (next === null || next === account || !pageFlagValues(changesFlag).includes(next)) return
    stop()
    account = next
    stop = watchChangeStream(next, (key) => void note(next, key))
  }
  /** What was loaded after the change shows it. */
  const forget = (query: Query) => {
    const of = accountOf(query)
    const loaded = new Set(idsIn(query))
    if (of === null || loaded.size === 0) return
    const { dataUpdatedAt } = query.state
    setChanged(of, (now) => {
      const left = Object.entries(now).filter(([id, at]) => !loaded.has(id) || at > dataUpdatedAt)
      return left.length === Object.keys(now).length ? now : Object.fromEntries(left)
    })
  }

  const cache = client.getQueryCache()
  cache.subscribe((event) => {
    if (event.type === 'observerAdded') follow(event.query)
    if (event.type === 'updated' && event.action.type === 'success' && !event.action.manual) forget(event.query)
  })
  for (const query of cache.findAll({ type: 'active' })) follow(query)
}
