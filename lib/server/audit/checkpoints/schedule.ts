import 'server-only'
import { checkpointKeys } from '@/lib/server/audit/checkpoints/keys'
import { sendCheckpoint } from '@/lib/server/audit/checkpoints/send'
import { storeWhenDue } from '@/lib/server/audit/checkpoints/table'
import { openedDatabase } from '@/lib/server/database/open'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { metrics } from '@/lib/server/metrics'
import { describeThrown } from '@/lib/server/thrown'

/** How often a process looks whether a checkpoint is due. */
const pollMs = 5 * 60_000

/**
 * Stores, logs and sends a checkpoint when one is due. It never throws: what fails is logged and counted, and the next poll
 * tries again.
 */
export async function writeCheckpointWhenDue(): Promise<void> {
  const { checkpoints } = metrics()
  try {
    const keys = await checkpointKeys(env().checkpointJwks)
    const client = await openedDatabase().pool.connect()
    const due = await storeWhenDue(client, keys).finally(() => client.release())
    if (due === null) return
    if ('contradiction' in due) {
      checkpoints.inc({ outcome: 'contradicted' })
      log('error', 'audit chain does not hold its checkpoint', { event: `row ${due.contradiction.id}` })
      return
    }
    checkpoints.inc({ outcome: 'written' })
    log('info', 'audit checkpoint', { checkpoint: due.jws })
    const { checkpointUrl } = env()
    if (checkpointUrl === null) return
    const failure = await sendCheckpoint(checkpointUrl, due.jws)
    checkpoints.inc({ outcome: failure === null ? 'sent' : 'not_sent' })
    if (failure !== null) log('error', 'audit checkpoint not sent', { outcome: failure })
  } catch (error) {
    checkpoints.inc({ outcome: 'failed' })
    log('error', 'audit checkpoint failed', describeThrown(error))
  }
}

/** Looks for a checkpoint that is due now and every five minutes, as long as this process runs. */
export function scheduleCheckpoints(): void {
  void writeCheckpointWhenDue()
  setInterval(() => void writeCheckpointWhenDue(), pollMs).unref()
}
