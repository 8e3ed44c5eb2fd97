import { endSessionsOf } from '../server/auth/signed-in-here/end-sessions-of'
import { runOnAudit } from './audit/audit'
import { stopWith } from './run'

/** `npm run sessions:end -- someone@example.com`: ends all sessions of a person immediately, which the audit log states. */

const [email] = process.argv.slice(2)
if (!email) stopWith('Say whose: npm run sessions:end -- someone@example.com')
await runOnAudit(async ({ client, keys }) => {
  console.log(`${await endSessionsOf(client, keys, email)} sessions of ${email} ended`)
  return 0
})
