import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { formerTermId, termId } from '@/lib/sandbox/generate/seed-settings'
import { accounts, people } from '@/lib/sandbox/seed/seed'
import { type SandboxUnderTest, startForTests } from '@/lib/sandbox/start-for-tests'
import { accessForTests, configureForTests } from '@/lib/server/auth/access-for-tests'
import { fetchTerm } from '@/lib/server/customers/fetch-account'

const access = accessForTests()
let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
  configureForTests(sandbox.url)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await sandbox.stop()
})

it('finds terms that are not on the first page of the list, with one call', async () => {
  const first = termId(accounts.test, 0)
  const listed = await sandbox.get('/customers/terms')
  expect(JSON.stringify(listed.body)).not.toContain(first)
  await sandbox.control('DELETE', '/requests')
  expect((await fetchTerm(access, first)).term.terms).toMatch(/^Vilkår for kundeklubben/)
  expect((await sandbox.requests()).filter(({ path }) => path.includes('/terms'))).toHaveLength(1)
})

it('finds terms that were deleted after a customer had accepted them', async () => {
  const { term } = await fetchTerm(access, formerTermId(accounts.test))
  expect(term.deleted_at).toBe('2019-09-03T07:00:00.000Z')
  expect(term.terms).toContain('Trukket tilbake')
})

it('is not_found for an id that is of no terms', async () => {
  await expect(fetchTerm(access, people.nora.id)).rejects.toMatchObject({ error: { code: 'not_found' } })
})
