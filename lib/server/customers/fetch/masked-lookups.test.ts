import { expect, it } from 'vitest'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { someoneForTests } from '@/lib/server/auth/access-for-tests'
import { readContactFor, readCustomer, readRawCustomer } from '@/lib/server/customers/read-record'
import { upstreamForTests } from '@/lib/server/database/configure-for-tests'

/**
 * An id is never looked for in the collection for a person who sees masked customers: Dintero's search matches emails and
 * phones too, so that what else begins with the id would decide whether it is on the first page.
 */

const sandbox = upstreamForTests(startForTests)

it.each([
  ['a record', (role: 'viewer' | 'agent') => readCustomer(someoneForTests(role), 'k').catch(() => {})],
  ['the raw text', (role: 'viewer' | 'agent') => readRawCustomer(someoneForTests(role), 'k').catch(() => {})],
  ['whom a contact is for', (role: 'viewer' | 'agent') => readContactFor(someoneForTests(role), 'C-30923')],
])('%s is read without a search', async (_, read) => {
  const searches = async (role: 'viewer' | 'agent') => {
    await sandbox().control('DELETE', '/requests')
    await read(role)
    return (await sandbox().requests()).filter(({ path }) => path.endsWith('/customers/users')).length
  }
  expect([await searches('agent'), await searches('viewer')]).toEqual([1, 0])
})
