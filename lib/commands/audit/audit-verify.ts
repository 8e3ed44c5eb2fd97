import { verifyChain } from '../../server/audit/verify'
import { runOnAudit } from './audit'

/**
 * `npm run audit:verify`: checks whether each row of the audit log is unchanged, and exits with 1 at the first row that is
 * not. It can run beside a running server, whose audit screen then shows when the log was last verified.
 */

await runOnAudit(async ({ client, keys }) => {
  const { rows, broken } = await verifyChain(client, keys)
  await client.query(
    `INSERT INTO activity_checks VALUES (1, now(), $1) ON CONFLICT (one) DO UPDATE SET at = now(), unbroken = $1`,
    [broken === null],
  )
  console.log(broken ? `Row ${broken.id} ${broken.reason}; the ${rows} before it hold` : `${rows} rows, chain unbroken`)
  return broken ? 1 : 0
})
