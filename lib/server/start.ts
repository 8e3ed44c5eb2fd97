import 'server-only'
import { env } from '@/lib/server/env'
import { boundTheStop } from '@/lib/server/graceful-stop'
import { addSocketIpToRequests } from '@/lib/server/http/client-ip'
import { isReady } from '@/lib/server/readiness'

/**
 * What begins with the process. A wrong configuration ends it here; credentials that Dintero refuses are logged; what it
 * does not answer now it may answer later.
 */
export function start(): void {
  env()
  addSocketIpToRequests()
  boundTheStop()
  void isReady()
}
