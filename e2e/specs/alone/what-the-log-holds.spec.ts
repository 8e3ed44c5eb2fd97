import { readFileSync } from 'node:fs'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectNoSecrets, open, test } from '../../fixtures'
import { appLog } from '../../servers'

/** The last file of a run: whatever the tests before it did stands in the log. */

/** What is known of everybody whom the tests met. Short ones would be found in anything. */
const known = Object.values(people)
  .flatMap(({ record: { customer } }) => {
    if ('deleted_by' in customer) return [customer.customer_id]
    const { customer_id, email, phone_number, first_name, last_name } = customer
    return [customer_id, email, phone_number, phone_number?.replace('+', ''), first_name, last_name]
  })
  .flatMap((text) => (text && text.trim().length > 4 ? text : []))
  // A word of our own addresses, not about anybody.
  .filter((text) => !['total', 'Total'].includes(text))

test('the log holds no person, no search and no secret, after all that these tests did', async ({ page, request }) => {
  const { nora } = people
  const list = `/${accounts.test}/customers`
  await open(page, `${list}?search=${encodeURIComponent(nora.email)}`)
  await open(page, `${list}/${nora.customer_id}`)
  for (const path of [
    `?phone_number=${encodeURIComponent(nora.phone_number)}`,
    `/${nora.customer_id}`,
    '?search=nora&limit=0',
  ])
    await request.get(`/api/accounts/${accounts.test}/customers${path}`)
  const log = readFileSync(appLog, 'utf8')
  expect(log.split('\n').filter((line) => line.includes('"msg":"request"')).length).toBeGreaterThan(4)
  expectNoSecrets(log, 'the log')
  expect(known.length).toBeGreaterThan(100)
  for (const text of [...known, 'search=', 'nora', 'kari', 'zzzz', '@example', 'session-token', 'Bearer', 'Basic '])
    expect([text, log.includes(text)]).toEqual([text, false])
})
