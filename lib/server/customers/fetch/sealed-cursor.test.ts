import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { noFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerQuery } from '@/lib/customers/filters/parse-customer-query'
import { accessForTests, configureForTests } from '@/lib/server/auth/access-for-tests'
import { maskedEtag, openCursor, sealCursor } from '@/lib/server/customers/fetch/sealed-cursor'

const access = accessForTests('viewer')
const scope = { list: 'customers', filters: { ...noFilters, search: 'nora' } }
const position = { after: '0f0d0c0b-0a09-4008-8706-050403020100', part: -1 }
const refused = { error: { code: 'invalid_query', field: 'starting_after' } }

beforeAll(() => configureForTests('http://127.0.0.1:4010/v1'))
afterAll(() => {
  vi.unstubAllEnvs()
})

describe('a sealed cursor', () => {
  it('opens for the person, the account and the query that it was made for, whatever the page size', async () => {
    const cursor = await sealCursor(access, scope, position)
    const largerPage = { ...scope, filters: { ...scope.filters, limit: 100, starting_after: cursor } }
    expect(await openCursor(access, largerPage, cursor)).toEqual(position)
    expect(await openCursor(access, scope, null)).toBeNull()
  })

  it('shows nothing of its content, and is the same each time', async () => {
    const cursor = await sealCursor(access, scope, position)
    const decoded = cursor.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    expect(decoded.join(' ')).not.toContain(position.after.slice(0, 8))
    expect(await sealCursor(access, scope, position)).toBe(cursor)
  })

  it('is a cursor that our URLs accept, for the longest id of Dintero’s', async () => {
    const cursor = await sealCursor(access, scope, { after: 'x'.repeat(255), part: 3 })
    const params = new URLSearchParams({ starting_after: cursor })
    expect(parseCustomerQuery(params)).toMatchObject({ query: { starting_after: cursor }, problems: [] })
  })

  it('is refused when it is altered, in each of its parts', async () => {
    const cursor = await sealCursor(access, scope, position)
    const other = await sealCursor(access, scope, { ...position, part: 0 })
    const parts = cursor.split('.')
    for (const [at, part] of parts.entries()) {
      const changed = part === '' ? 'AAAA' : `${part[0] === 'A' ? 'B' : 'A'}${part.slice(1)}`
      await expect(openCursor(access, scope, parts.with(at, changed).join('.'))).rejects.toMatchObject(refused)
    }
    const mixed = parts.with(3, other.split('.')[3] ?? '').join('.')
    await expect(openCursor(access, scope, mixed)).rejects.toMatchObject(refused)
    await expect(openCursor(access, scope, position.after)).rejects.toMatchObject(refused)
  })

  it('is refused to another person, in another account, in another list and with another query', async () => {
    const cursor = await sealCursor(access, scope, position)
    const other = { ...access, viewer: { ...access.viewer, email: 'b@example.no' } }
    await expect(openCursor(other, scope, cursor)).rejects.toMatchObject(refused)
    const elsewhere = { ...access, account: { ...access.account, id: 'T87654321' } }
    await expect(openCursor(elsewhere, scope, cursor)).rejects.toMatchObject(refused)
    await expect(openCursor(access, { ...scope, list: 'deleted' }, cursor)).rejects.toMatchObject(refused)
    const filters = { ...scope.filters, search: 'norb' }
    await expect(openCursor(access, { ...scope, filters }, cursor)).rejects.toMatchObject(refused)
  })
})

it('the etag of a masked answer depends on what is seen and on the session, and on nothing else', () => {
  const seen = { customer: { customer_id: 'K-1', email: '••••' } }
  expect(maskedEtag(access, seen)).toBe(maskedEtag(access, structuredClone(seen)))
  expect(maskedEtag(access, { ...seen, reveals: [1] })).not.toBe(maskedEtag(access, seen))
  const other = { ...access, viewer: { ...access.viewer, sessionId: 't' } }
  expect(maskedEtag(other, seen)).not.toBe(maskedEtag(access, seen))
})
