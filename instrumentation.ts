import { env } from '@/lib/server/env'
import { boundTheStop } from '@/lib/server/graceful-stop'
import { isReady } from '@/lib/server/readiness'

/**
 * Runs once at start, before the first request: a server with a wrong configuration ends here. Credentials that Dintero
 * refuses are logged; what it does not answer now it may answer later.
 */
export function register(): void {
  env()
  boundTheStop()
  void isReady()
}
