import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import * as reveals from '@/app/api/accounts/[accountId]/customers/[customerId]/reveals/route'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { beginSession } from '@/lib/server/auth/sessions'
import { queryConfigured as rowsOf, upstreamForTests } from '@/lib/server/database/configure-for-tests'
import { POST } from './route'

/** Whoever checks an identity has seen a date of birth to compare with, and the audit log says so. */

const session = vi.hoisted(() => ({ current: null as object | null }))
vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
vi.mock('next/headers', () => ({ headers: () => new Headers() }))

const accountId = 'T12345678'
upstreamForTests(startForTests)
let email = ''

async function signIn(role: 'agent' | 'viewer' | 'auditor'): Promise<void> {
  email = `${randomUUID()}@example.com`
  const { id: sid } = await beginSession({ email, name: 'A', role, accounts: [accountId] })
  session.current = { sid }
}

const right = { question: 'date_of_birth', matches: true }

async function post(body: unknown, customerId: string = people.nora.customer_id, call = POST) {
  const request = new Request(`http://localhost:3000/api/accounts/${accountId}/customers/x/identity-checks`, {
    method: 'POST',
    headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const response = await call(request, { params: Promise.resolve({ accountId, customerId }) })
  return { status: response.status, ...(await response.json()) }
}

const checksOf = () =>
  rowsOf(`SELECT customers, note FROM activity WHERE kind = 'identity' AND actor_email = $1 ORDER BY id`, [email])

it('logs what the caller was asked, and whether the answer was right', async () => {
  await signIn('agent')
  expect(await post(right)).toEqual({ status: 200, at: expect.stringMatching(/^\d{4}-/) })
  expect(await post({ ...right, matches: false })).toMatchObject({ status: 200 })
  expect(await checksOf()).toEqual([
    { customers: [people.nora.customer_id], note: 'birth date' },
    { customers: [people.nora.customer_id], note: 'birth date differs' },
  ])
})

it('is made by somebody who sees the date of birth', async () => {
  await signIn('viewer')
  expect(await post(right)).toMatchObject({ status: 403, error: { code: 'forbidden' } })
  expect(await post({ field: 'date_of_birth', reason: 'The caller' }, undefined, reveals.POST)).toMatchObject({
    status: 200,
  })
  expect(await post(right)).toMatchObject({ status: 200 })
  expect(await checksOf()).toHaveLength(1)
})

it('is none without a date of birth, without a customer, or for an auditor', async () => {
  await signIn('agent')
  expect(await post(right, people.bare.customer_id)).toMatchObject({ status: 400, error: { field: 'question' } })
  expect(await post(right, 'K-999102')).toMatchObject({ status: 404 })
  expect(await post(right, '..')).toMatchObject({ status: 404 })
  expect(await checksOf()).toEqual([])
  await signIn('auditor')
  expect(await post(right)).toMatchObject({ status: 403 })
  expect(await checksOf()).toEqual([])
})

it.each([{}, { question: 'address', matches: true }, { ...right, matches: 'yes' }, { ...right, note: 'x' }, null, []])(
  'is not %j',
  async (body) => {
    await signIn('agent')
    expect(await post(body)).toMatchObject({ status: 400, error: { code: 'invalid_query' } })
    expect(await checksOf()).toEqual([])
  },
)
