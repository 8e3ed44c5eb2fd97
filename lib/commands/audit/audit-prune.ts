import { parseArgs } from 'node:util'
import { pruneAuditEvents } from '../../server/audit/prune'
import { stopWith } from '../run'
import { runOnAudit } from './audit'

/** `npm run audit:prune -- --before 2026-05`: removes the months before that one from the audit log. */

const { values } = parseArgs({ options: { before: { type: 'string' } } })
const { before } = values
if (!before) stopWith('Say before which month: npm run audit:prune -- --before 2026-05')
await runOnAudit(async ({ client, keys, checkpointKeys }) => {
  console.log(`${await pruneAuditEvents(client, keys, checkpointKeys, before)} rows removed`)
  return 0
})
