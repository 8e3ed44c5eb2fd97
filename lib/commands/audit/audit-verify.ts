import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findCheckpoints } from '../../server/audit/checkpoints/checkpoint'
import { sendCheckpoint } from '../../server/audit/checkpoints/send'
import { storeVerified } from '../../server/audit/checkpoints/table'
import { verifyRecord } from '../../server/audit/verify-record'
import { stopWith } from '../run'
import { runOnAudit } from './audit'

/**
 * `npm run audit:verify [-- --checkpoint FILE]`: checks whether each row of the audit log is as it was written, and whether
 * the log holds what every checkpoint signed: those of the database, and those in FILE, which is any text that contains some.
 * Exits with 1 at the first difference. It can run beside a running server. An unbroken chain is signed as a checkpoint, which
 * is printed on a line of its own and sent to `AUDIT_CHECKPOINT_URL`; the activity screen then names it.
 */

const { values } = parseArgs({ options: { checkpoint: { type: 'string' } } })

function readGiven(file: string): string[] {
  try {
    const found = findCheckpoints(readFileSync(file, 'utf8'))
    return found.length > 0 ? found : stopWith(`${file} holds no checkpoint.`)
  } catch {
    return stopWith(`${file} cannot be read.`)
  }
}

const given = values.checkpoint === undefined ? [] : readGiven(values.checkpoint)

await runOnAudit(async ({ client, keys, checkpointKeys, checkpointUrl }) => {
  const { problem, ...verified } = await verifyRecord(client, keys, checkpointKeys, given)
  const signed = verified.chain && (await storeVerified(client, checkpointKeys, verified.chain))
  await client.query(
    `INSERT INTO activity_checks VALUES (1, now(), $1, $2)
     ON CONFLICT (one) DO UPDATE SET at = now(), unbroken = $1, checkpoint = $2`,
    [problem === null, signed?.checkpoint.number ?? null],
  )
  if (signed === null || !('rows' in verified)) {
    console.log(problem)
    return 1
  }
  console.log(`${verified.rows} rows, chain unbroken`)
  console.log(`checkpoint ${signed.checkpoint.number} ${signed.jws}`)
  const failure = checkpointUrl && (await sendCheckpoint(checkpointUrl, signed.jws))
  if (failure) console.error(`AUDIT_CHECKPOINT_URL did not take the checkpoint: ${failure}`)
  return 0
})
