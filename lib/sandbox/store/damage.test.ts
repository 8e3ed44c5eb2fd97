import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { people } from '../seed/seed'
import { startForTests } from '../start-for-tests'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-damage-'))
const databasePath = join(folder, 'kept.db')
// With this limit, the check at start only looks at the length of the file.
const order = { customers: 2000, databasePath, fullCheckBytes: 0 }
const stderr = vi.spyOn(process.stderr, 'write')
beforeEach(() => {
  stderr.mockClear().mockReturnValue(true)
})
afterEach(() => stderr.mockReset())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pageBytes = 8192

/** Overwrites each page of a part of the file with the bytes, starting at `offset` in the page. */
function damage(bytes: Buffer, offset: number, [from, to] = [0.2, 0.6]): void {
  const pages = statSync(databasePath).size / pageBytes
  const file = openSync(databasePath, 'r+')
  for (let page = Math.floor(pages * from); page < pages * to; page++)
    writeSync(file, bytes, 0, bytes.length, page * pageBytes + offset)
  closeSync(file)
}

const queries: { [name: string]: string }[] = [
  { type: 'any', include_deleted: 'true', limit: '100', total: 'true' },
  { search: 'k', limit: '100', total: 'true' },
  { search: 'nora' },
  { since_datetime: '2020-01-01T00:00:00Z', limit: '100' },
  { attributes_keys: 'points', type: 'contact', total: 'true' },
  { email: people.nora.email },
]

test.each([
  ['overwritten pages', Buffer.alloc(pageBytes, 0xff), 0],
  ['zeroed pages', Buffer.alloc(pageBytes), 0],
  ['invalid text', Buffer.alloc(60, 0xff), 4000],
])(
  '%s in a file that is not checked at start give only 503, and the next start rebuilds it',
  async (_, bytes, offset) => {
    const whole = await startForTests(order)
    const first = await whole.customers({ limit: 100 })
    await whole.stop()
    damage(bytes, offset)

    const sandbox = await startForTests(order)
    const statuses = new Set<number>()
    const request = async (path: string, query: { [name: string]: string } = {}) => {
      const response = await fetch(`${sandbox.accountUrl('T12345678')}${path}?${new URLSearchParams(query)}`, {
        headers: { authorization: `Bearer ${await sandbox.tokenOf('T12345678')}` },
      })
      const body: unknown = await response.json()
      if (response.status !== 200) expect(body).toMatchObject({ error: { message: expect.any(String) } })
      statuses.add(response.status)
    }
    for (const query of queries) await request('/customers/users', query)
    for (const { customer_id } of first.slice(0, 60)) {
      await request(`/customers/users/${encodeURIComponent(customer_id)}`)
      await request(`/customers/users/${encodeURIComponent(customer_id)}/tokens`)
    }
    await request('/customers/tags')
    expect(statuses).toContain(503)
    expect([...statuses].filter((status) => ![200, 404, 503].includes(status))).toEqual([])
    const edited = await sandbox.control('POST', '/customers', { first_name: 'Ny' })
    expect([201, 503]).toContain(edited.status)
    await sandbox.stop()
    expect(stderr.mock.calls.filter(([text]) => String(text).includes(`${databasePath} is damaged`))).toHaveLength(1)

    const next = await startForTests(order)
    expect(await next.customers({ limit: 100 })).toEqual(first)
    await next.stop()
  },
)

test('a file whose damage is found at start is rebuilt at once', async () => {
  const whole = await startForTests(order)
  const first = await whole.customers({ limit: 100 })
  await whole.stop()
  damage(Buffer.alloc(pageBytes, 0xff), 0, [0.1, 1])
  const sandbox = await startForTests(order)
  expect(stderr.mock.calls.some(([text]) => String(text).includes(`${databasePath} is damaged`))).toBe(true)
  expect(await sandbox.customers({ limit: 100 })).toEqual(first)
  await sandbox.stop()
})
