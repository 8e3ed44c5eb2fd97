import { parseArgs } from 'node:util'
import { findEventsByValue } from '../../server/audit/find'
import { stopWith } from '../run'
import { runOnAudit } from './audit'

/**
 * `npm run audit:find -- --account P12345678 --value ola@example.com`: lists the people who searched for that value, by
 * its hashes.
 */

const { values } = parseArgs({ options: { account: { type: 'string' }, value: { type: 'string' } } })
const { account, value } = values
if (!account || !value) stopWith('Say what: npm run audit:find -- --account P12345678 --value ola@example.com')
await runOnAudit(async ({ client, keys }) => {
  for (const { id, at, actor_email, kind, filter } of await findEventsByValue(client, keys, account, value))
    console.log([id, at.toISOString(), actor_email, kind, filter].join('\t'))
  return 0
})
