import 'server-only'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { log } from '@/lib/server/log'
import { describeThrown } from '@/lib/server/thrown'

/**
 * The result of a database call. Throws `audit_unavailable` when the call fails: without the database no session can be
 * checked and no read can be audited, so no personal data may leave the server.
 */
export async function fromDatabase<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    log('error', 'database unavailable', { request_id: '', ...describeThrown(error) })
    throw new ApiFailure({
      code: 'audit_unavailable',
      message: 'The record of reads cannot be written, and nothing is shown without it.',
    })
  }
}
