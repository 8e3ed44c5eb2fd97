import { beforeEach, expect, it } from 'vitest'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { someoneForTests } from '@/lib/server/auth/access-for-tests'
import { readDepartments } from '@/lib/server/customers/read-departments'
import { queryConfigured, upstreamForTests } from '@/lib/server/database/configure-for-tests'

const { customer_id, company } = people.nordvik
const number = company.organization_number

const sandbox = upstreamForTests(startForTests)
beforeEach(() => sandbox().faults([]))

it('departments are read and audited, with the number as a hash, and a viewer sees the same', async () => {
  const agent = someoneForTests('agent')
  const answer = await readDepartments(agent, customer_id, number)
  expect(answer).toEqual({ departments: ['Innkjøp', 'Økonomi'] })
  expect(await readDepartments(someoneForTests('viewer'), customer_id, number)).toEqual(answer)
  const events = await queryConfigured('SELECT kind, customers, filters FROM activity WHERE actor_email = $1', [
    agent.viewer.email,
  ])
  expect(events).toEqual([
    {
      kind: 'section',
      customers: [customer_id],
      filters: [
        { name: 'section', value: 'departments' },
        { name: 'organization_number', hash: expect.any(String) },
      ],
    },
  ])
})

it('departments are none for a number of nobody, and where Dintero answers 404', async () => {
  expect(await readDepartments(someoneForTests('agent'), customer_id, '000000000')).toEqual({ departments: [] })
  await sandbox().faults([{ match: '/departments', kind: 'status', status: 404, times: 1 }])
  expect(await readDepartments(someoneForTests('agent'), customer_id, number)).toEqual({ departments: [] })
})

it('an answer without the shape of the contract is a failure', async () => {
  await sandbox().faults([{ match: '/departments', kind: 'html', status: 200, times: 1 }])
  await expect(readDepartments(someoneForTests('agent'), customer_id, number)).rejects.toMatchObject({
    error: { code: 'upstream_invalid' },
  })
})
