import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchChanges } from '@/components/shell/session/watch-changes'
import { customerQueries } from '@/lib/api/queries/customers'
import { changeKey, changesFlag } from '@/lib/customers/changes/change-key'

/** What the stream tells, as far as this tab shows it. */

const streams = vi.hoisted(() => ({ open: new Map<string, (key: string) => void>() }))
vi.mock('@/lib/api/change-stream', () => ({
  watchChangeStream: (account: string, onChange: (key: string) => void) => {
    streams.open.set(account, onChange)
    return () => streams.open.delete(account)
  },
}))

const account = 'T12345678'
const setFlag = (of: string) => {
  document.head.innerHTML = `<meta name="${changesFlag}" content="${of}">`
}
let client: QueryClient
beforeEach(() => {
  setFlag(account)
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
})
afterEach(() => {
  client.clear()
  streams.open.clear()
})

const page = (...ids: string[]) => ({ customers: ids.map((customer_id) => ({ customer_id })) })
/** Shows a page of customers, as a list does. */
function showPage(of: string, answers: object[]) {
  const observer = new QueryObserver(client, {
    queryKey: ['customers', of, ''],
    queryFn: async () => answers.shift() ?? page(),
  })
  return { stop: observer.subscribe(() => {}), observer }
}
const changed = (of = account) => Object.keys(client.getQueryData(customerQueries.changed(of).queryKey) ?? {})
const tell = async (id: string, of = account) => streams.open.get(of)?.((await changeKey(of, id)) ?? '')

it('notes a customer who is shown, until a list that was loaded after it has them', async () => {
  watchChanges(client)
  const { observer } = showPage(account, [page('K-1', 'K-2'), page('K-1', 'K-2')])
  await vi.waitFor(() => expect(observer.getCurrentResult().isSuccess).toBe(true))
  await tell('K-2')
  await vi.waitFor(() => expect(changed()).toEqual(['K-2']))
  await observer.refetch()
  expect(changed()).toEqual([])
})

it('notes nobody who is not shown, and no key that is none', async () => {
  watchChanges(client)
  const { observer, stop } = showPage(account, [page('K-1')])
  await vi.waitFor(() => expect(observer.getCurrentResult().isSuccess).toBe(true))
  await tell('K-3')
  streams.open.get(account)?.('')
  stop()
  await tell('K-1')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(changed()).toEqual([])
})

it('follows the account that is shown, and opens no stream where nothing is reported', async () => {
  const first = showPage(account, [page('K-1')])
  watchChanges(client)
  expect([...streams.open.keys()]).toEqual([account])
  first.stop()
  setFlag('P12345678')
  showPage('P12345678', [page('K-1')])
  expect([...streams.open.keys()]).toEqual(['P12345678'])
  showPage('T87654321', [page()])
  expect([...streams.open.keys()]).toEqual(['P12345678'])
})
