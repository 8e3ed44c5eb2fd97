import { isValidElement, type ReactElement, type ReactNode } from 'react'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { CustomersWithRecord } from '@/app/[accountId]/customers/customers-with-record'
import page from '@/app/[accountId]/customers/page'
import {
  account,
  change,
  created,
  makeDefault,
  session,
  signInSomebody,
} from '@/app/api/accounts/[accountId]/views/views-for-tests'
import type { FirstViews } from '@/lib/customers/views/view'
import { configureWithDatabase, endConfiguredDatabase } from '@/lib/server/database/configure-for-tests'

/** The first HTML knows which view is open, and the bare address begins with the default one. */

vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
vi.mock('next/headers', () => ({ headers: () => new Headers(), cookies: () => ({ get: () => undefined }) }))
vi.mock('next/font/local', () => ({ default: () => ({ variable: '', className: '' }) }))

beforeAll(() => configureWithDatabase('http://127.0.0.1:9/v1'))
afterAll(endConfiguredDatabase)
beforeEach(async () => {
  await signInSomebody()
})

const render = (searchParams: Record<string, string>) =>
  page({ params: Promise.resolve({ accountId: account }), searchParams: Promise.resolve(searchParams) })

/** Where a page redirects to; null where it renders. */
async function redirectOf(searchParams: Record<string, string>): Promise<string | null> {
  const thrown: unknown = await render(searchParams).then(
    () => null,
    (error: unknown) => error,
  )
  return thrown === null ? null : (String((thrown as { digest?: string }).digest).split(';')[2] ?? null)
}

function findScreen(node: ReactNode): ReactElement<{ firstViews: FirstViews }> | null {
  if (Array.isArray(node)) return node.map(findScreen).find((found) => found !== null) ?? null
  if (!isValidElement<{ children?: ReactNode; firstViews: FirstViews }>(node)) return null
  return node.type === CustomersWithRecord ? node : findScreen(node.props.children)
}
const firstViewsOf = async (searchParams: Record<string, string>) =>
  findScreen(await render(searchParams))?.props.firstViews

it('begins with the default view at the bare address alone, until it is gone', async () => {
  const list = `/${account}/customers`
  expect(await redirectOf({})).toBeNull()
  const view = await created({ query: 'search=oslo&type=company' })
  await makeDefault(view.id)
  expect(await redirectOf({})).toBe(`${list}?search=oslo&type=company&view=${view.id}`)
  expect(await redirectOf({ view: 'all' })).toBeNull()
  expect(await redirectOf({ type: 'company' })).toBeNull()
  await makeDefault('new')
  expect(await redirectOf({})).toMatch(/customers\?since_datetime=\d{4}-\d\d-\d\dT00:00:00Z&view=new$/)
  await makeDefault('all')
  expect(await redirectOf({})).toBeNull()

  // The default of a view that a colleague no longer shares is none.
  const colleague = await signInSomebody()
  const shared = await created({})
  await change(shared.id, { version: 1, shared: true })
  const person = await signInSomebody()
  await makeDefault(shared.id)
  expect(await redirectOf({})).toBe(`${list}?type=company&view=${shared.id}`)
  await colleague.again()
  await change(shared.id, { version: 2, shared: false })
  await person.again()
  expect(await redirectOf({})).toBeNull()
})

it('has the open view and the first nine, and no view that the person may not open', async () => {
  const views = []
  for (let at = 0; at < 11; at++) views.push(await created({ name: `View ${at}` }))
  const last = views.at(-1)
  expect(await firstViewsOf({ type: 'company', view: last?.id ?? '' })).toEqual({
    open: last,
    first: views.slice(0, 9),
    default: null,
  })
  await signInSomebody()
  expect(await firstViewsOf({ type: 'company', view: last?.id ?? '' })).toMatchObject({ open: null, first: [] })
})
