import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { beginSession } from '@/lib/server/auth/sessions'
import { queryConfigured as rowsOf, upstreamForTests } from '@/lib/server/database/configure-for-tests'
import { DELETE, POST } from './route'

/** What the reveal route accepts from whoever calls it: bodies that the browser would never send. */

const session = vi.hoisted(() => ({ current: null as object | null }))
vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
vi.mock('next/headers', () => ({ headers: () => new Headers() }))

const accountId = 'T12345678'
const { nora } = people
const email = 'viewer@example.com'
upstreamForTests(startForTests, {
  LIMIT_REVEALS_PER_HOUR: '10000',
  LIMIT_PERSON_PER_MINUTE: '100000',
  LIMIT_ACCOUNT_PER_MINUTE: '100000',
})
beforeEach(async () => {
  const { id: sid } = await beginSession({ email, name: 'V', role: 'viewer', accounts: [accountId] })
  session.current = { sid }
})

type Sent = { body: unknown; customerId?: string; type?: string }
async function post({ body, customerId = nora.customer_id, type = 'application/json' }: Sent, call = POST) {
  const request = new Request(`http://localhost:3000/api/accounts/${accountId}/customers/x/reveals`, {
    method: 'POST',
    headers: { origin: 'http://localhost:3000', ...(type && { 'content-type': type }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const response = await call(request, { params: Promise.resolve({ accountId, customerId }) })
  const { error } = await response.json()
  return [response.status, error?.code, error?.field]
}

const revealsOf = (customerId: string) =>
  rowsOf(`SELECT note FROM activity WHERE kind = 'reveal' AND customers = ARRAY[$1]`, [customerId])

/** How many reads that found nobody wait to be appended to the audit log. */
const guesses = async (): Promise<number> =>
  (await rowsOf(`SELECT coalesce(sum(times), 0)::int AS n FROM activity_groups WHERE outcome = 'not_found'`, []))[0].n

const right = { field: 'email', reason: 'checks an order' }

describe('a reason', () => {
  it.each([
    ['of characters without width', '\u200b\u200b\u200b\u200b'],
    ['of Braille blanks', '\u2800\u2800\u2800'],
    ['of NUL', '\0\0\0'],
    ['of Hangul fillers', '\u3164\u115f\uffa0\u3164'],
    ['of direction marks and spaces', ' \u202e \u2066 \u200f '],
    ['of variation selectors and tags', '\ufe0f\u{e0041}\u{e0042}'],
    ['of two visible characters among others', 'a\u200b\u200b\u2800b'],
    ['with NUL in it', 'checks\0an order'],
    ['with an escape sequence in it', 'checks \u001b[2J an order'],
    ['with half a surrogate pair in it', 'checks \ud800 an order'],
  ])('%s is refused', async (_, reason) => {
    expect(await post({ body: { ...right, reason } })).toEqual([400, 'invalid_query', 'reason'])
  })

  it.each(['Ringer på nytt', '返品の確認', 'تأكيد الطلب', 'می‌خواهد', '👩‍👩‍👧 family of three'])(
    '%j is accepted',
    async (reason) => {
      expect(await post({ body: { ...right, reason } })).toEqual([200, undefined, undefined])
    },
  )

  it('of any other text is accepted or refused, and never a failure', async () => {
    const reason = fc.string({ unit: 'binary', minLength: 0, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(reason, async (given) => {
        expect([200, 400]).toContain((await post({ body: { ...right, reason: given } }))[0])
      }),
      { numRuns: 20 },
    )
  })
})

describe('a field', () => {
  it.each(['attributes.a\0b', 'attributes.\ud800', 'attributes.'])('%j is refused', async (field) => {
    expect(await post({ body: { ...right, field } })).toEqual([400, 'invalid_query', 'field'])
    expect(await post({ body: { field } }, DELETE)).toEqual([400, 'invalid_query', 'field'])
  })
})

describe('a body', () => {
  it.each([
    'text/plain',
    'text/plain, application/json',
    'application/json, text/plain',
    'application/json-patch+json',
  ])('of the type %s is refused', async (type) => {
    expect(await post({ body: right, type })).toEqual([415, 'unsupported_media_type', undefined])
  })

  it.each(['application/json', 'Application/JSON; charset=utf-8'])('of the type %s is accepted', async (type) => {
    expect(await post({ body: right, type })).toEqual([200, undefined, undefined])
  })
})

describe('a customer', () => {
  it.each(['K-nobody', 'K\0nobody', '.', 'K-\ud800'])(
    '%j that does not exist is recorded as not found, and not as revealed',
    async (customerId) => {
      const before = await guesses()
      expect(await post({ body: right, customerId })).toEqual([404, 'not_found', undefined])
      expect(await revealsOf(customerId.toWellFormed().replaceAll('\0', '\ufffd'))).toEqual([])
      expect((await guesses()) - before).toBe(1)
    },
  )

  it('that exists is recorded with the reason', async () => {
    expect(await post({ body: { ...right, reason: 'for the record' } })).toEqual([200, undefined, undefined])
    expect(await revealsOf(nora.customer_id)).toContainEqual({ note: 'for the record' })
  })
})
