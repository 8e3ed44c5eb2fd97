import 'server-only'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { log } from '@/lib/server/log'

/**
 * What the database gives. Throws `audit_unavailable` where it cannot be asked: without it nobody is known to be signed
 * in and nothing can be recorded, so nothing personal may leave.
 */
export async function fromDatabase<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    log('error', 'database unavailable', { request_id: '', error: error instanceof Error ? error.name : typeof error })
    throw new ApiFailure({
      code: 'audit_unavailable',
      message: 'The record of reads cannot be written, and nothing is shown without it.',
    })
  }
}
