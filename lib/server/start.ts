import 'server-only'
import { scheduleCheckpoints } from '@/lib/server/audit/checkpoints/schedule'
import { flushGroupsRegularly } from '@/lib/server/audit/watch/groups'
import { env } from '@/lib/server/env'
import { admitRequests } from '@/lib/server/http/admission/admit-requests'
import { stopGracefully } from '@/lib/server/http/admission/graceful-stop'
import { quietConsole } from '@/lib/server/quiet-console'
import { isReady } from '@/lib/server/readiness'
import { deleteOldChangesRegularly } from '@/lib/server/webhooks/delete-old-changes'

/**
 * Runs once at the start of the process. A wrong configuration ends the process; credentials that Dintero refuses are
 * logged. A Dintero that does not answer yet does not prevent the start.
 */
export function start(): void {
  const { isDevelopment } = env()
  if (!isDevelopment) quietConsole()
  admitRequests()
  stopGracefully()
  flushGroupsRegularly()
  scheduleCheckpoints()
  deleteOldChangesRegularly()
  void isReady()
}
