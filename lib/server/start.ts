import 'server-only'
import { keepSocketAddresses } from '@/lib/server/client-address'
import { env } from '@/lib/server/env'
import { boundTheStop } from '@/lib/server/graceful-stop'
import { isReady } from '@/lib/server/readiness'

/**
 * What begins with the process. A wrong configuration ends it here; credentials that Dintero refuses are logged; what it
 * does not answer now it may answer later.
 */
export function start(): void {
  env()
  keepSocketAddresses()
  boundTheStop()
  void isReady()
}
