import { verifyChain } from '../../server/audit/verify'
import { openAudit } from './audit'

/**
 * `npm run audit:verify`: walks the record of reads and says whether each row is as it was written; ends with 1 at the
 * first that is not. It works beside a running desk, whose screen then tells when it was checked.
 */

const { client, keys } = await openAudit()
const { rows, broken } = await verifyChain(client, keys)
await client.query(
  `INSERT INTO activity_checks VALUES (1, now(), $1) ON CONFLICT (one) DO UPDATE SET at = now(), unbroken = $1`,
  [broken === null],
)
await client.end()
console.log(broken ? `Row ${broken.id} ${broken.reason}; the ${rows} before it hold` : `${rows} rows, chain unbroken`)
process.exitCode = broken ? 1 : 0
