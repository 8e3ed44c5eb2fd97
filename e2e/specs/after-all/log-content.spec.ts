import { readFileSync } from 'node:fs'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectNoSecrets, open, test } from '../../fixtures'
import { appLog, workerCount } from '../../servers'

/** Runs after all other tests: what the apps of all workers logged during the run is checked. */

/** The personal data of the customers in the tests. Short texts are left out because they occur by chance. */
const known = Object.values(people)
  .flatMap(({ record: { customer } }) => {
    if ('deleted_by' in customer) return [customer.customer_id]
    const { customer_id, email, phone_number, first_name, last_name } = customer
    return [customer_id, email, phone_number, phone_number?.replace('+', ''), first_name, last_name]
  })
  .flatMap((text) => (text && text.trim().length > 4 ? text : []))
  // A word in our own URLs, which is not personal data.
  .filter((text) => !['total', 'Total'].includes(text))

test('the log of the whole run contains no personal data, no search text and no secret', async ({ page, request }) => {
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
  // What a stranger may write into a path, an image or the id of an action, which Next itself would log.
  for (const path of ['/zzzz/zzzz', '/zzzz%ff', '/_next/image?url=%2Fzzzz.png&w=64&q=75']) await request.get(path)
  await request.get(`/api/accounts/${accounts.test}/zzzz`)
  await request.post('/sign-in', { headers: { 'next-action': 'zzzz', 'content-type': 'text/plain' }, data: '[]' })
  const logs = Array.from({ length: workerCount }, (_, worker) => readFileSync(appLog(worker), 'utf8'))
  const log = logs.join('\n')
  expect(log.split('\n').filter((line) => line.includes('"msg":"request"')).length).toBeGreaterThan(4)
  expectNoSecrets(log, 'the log')
  expect(known.length).toBeGreaterThan(100)
  for (const text of [...known, 'search=', 'nora', 'kari', 'zzzz', '@example', 'session-token', 'Bearer', 'Basic '])
    expect([text, log.includes(text)]).toEqual([text, false])
})
