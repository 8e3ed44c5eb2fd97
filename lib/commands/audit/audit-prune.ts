import { parseArgs } from 'node:util'
import { pruneAuditEvents } from '../../server/audit/prune'
import { stopWith } from '../run'
import { openAudit } from './audit'

/** `npm run audit:prune -- --before 2026-05`: removes the months before that one from the audit log. */

const { values } = parseArgs({ options: { before: { type: 'string' } } })
if (!values.before) stopWith('Say before which month: npm run audit:prune -- --before 2026-05')
const { client } = await openAudit()
const removed = await pruneAuditEvents(client, values.before).catch((error: Error) => stopWith(error.message))
await client.end()
console.log(`${removed} rows removed`)
