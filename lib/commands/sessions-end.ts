import { runOnAudit } from './audit/audit'
import { stopWith } from './run'

/** `npm run sessions:end -- someone@example.com`: ends all sessions of a person immediately. */

const [email] = process.argv.slice(2)
if (!email) stopWith('Say whose: npm run sessions:end -- someone@example.com')
await runOnAudit(async ({ client }) => {
  const { rowCount } = await client.query(
    'UPDATE sessions SET ended_at = now() WHERE lower(email) = lower($1) AND ended_at IS NULL',
    [email],
  )
  console.log(`${rowCount ?? 0} sessions of ${email} ended`)
  return 0
})
