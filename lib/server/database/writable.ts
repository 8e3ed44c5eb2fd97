import 'server-only'
import { openedDatabase } from '@/lib/server/database/open'
import { log } from '@/lib/server/log'
import { describeThrown } from '@/lib/server/thrown'

/**
 * What an answer writes, without a change: each statement takes the locks and needs the privileges of the real one, and the
 * first writes a row.
 */
const rehearsal = `BEGIN;
  SET LOCAL lock_timeout = '1s';
  UPDATE activity_chain SET id = id WHERE "end" = 'last';
  INSERT INTO activity SELECT * FROM activity WHERE false;
  UPDATE sessions SET seen_at = seen_at WHERE false;
  UPDATE limits SET points = points WHERE false;
  ROLLBACK`

/**
 * Whether the database can commit what every answer needs: it answers, has its tables, is not read-only, and nobody holds a
 * lock on them. A failure is logged; `npm run migrate` may not have been run.
 */
export async function isWritable(): Promise<boolean> {
  try {
    const client = await openedDatabase().pool.connect()
    try {
      await client.query(rehearsal)
      client.release()
      return true
    } catch (error) {
      // Closing the connection rolls its transaction back.
      client.release(true)
      throw error
    }
  } catch (error) {
    log('error', 'database not writable', { request_id: '', ...describeThrown(error) })
    return false
  }
}
