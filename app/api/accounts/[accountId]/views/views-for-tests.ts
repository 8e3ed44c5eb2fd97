import type { Role } from '@/lib/access'
import type { View, ViewsAnswer } from '@/lib/customers/views/view'
import { beginSession } from '@/lib/server/auth/sessions'
import * as one from './[viewId]/route'
import * as preferred from './default/route'
import * as all from './route'

/** What tests of the views share: people of their own, and the calls of their browsers. */

export const account = 'T12345678'
const origin = 'http://localhost:3000'

/** The session that the next call belongs to; the test file gives it to next-auth. */
export const session = { current: null as object | null }

let people = 0
/** Signs in a person whom no other test uses, and returns how to sign them in again. */
export async function signInSomebody(role: Role = 'agent', name = 'Ola Nordmann') {
  const email = `person-${++people}@example.com`
  const again = async (as: Role = role) => {
    session.current = { sid: (await beginSession({ email, name, role: as, accounts: [account] })).id }
  }
  await again()
  return { email, again }
}

const request = (method: string, path: string, body?: unknown) =>
  new Request(`${origin}/api/accounts/${account}/views${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { origin, 'content-type': 'application/json' } }),
  })

const context = (params: Record<string, string> = {}) => ({
  params: Promise.resolve({ accountId: account, ...params }),
})

export const given = (values: object = {}) => ({
  name: 'Companies in Oslo',
  query: 'type=company',
  columns: null,
  density: null,
  ...values,
})

export const create = (values: object = {}, into = account) =>
  all.POST(request('POST', '', given(values)), { params: Promise.resolve({ accountId: into }) })
export const change = (viewId: string, body: unknown) =>
  one.PATCH(request('PATCH', `/${viewId}`, body), context({ viewId }))
export const remove = (viewId: string, version: number) =>
  one.DELETE(request('DELETE', `/${viewId}`, { version }), context({ viewId }))
export const makeDefault = (view: unknown) => preferred.PUT(request('PUT', '/default', { view }), context())

/** A view that was just kept. */
export const created = async (values: object = {}): Promise<View> => (await create(values)).json()
export const list = async (): Promise<ViewsAnswer> => (await all.GET(request('GET', ''), context())).json()
export const errorOf = async (response: Response) => (await response.json()).error
