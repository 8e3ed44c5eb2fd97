import 'server-only'
import { env } from '@/lib/server/env'
import { boundTheStop } from '@/lib/server/graceful-stop'
import { keepSocketAddresses } from '@/lib/server/http/client-address'
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
