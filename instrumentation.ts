/**
 * Runs once at start, before the first request: a server with a wrong configuration ends here. Credentials that Dintero
 * refuses are logged; what it does not answer now it may answer later.
 */
export async function register(): Promise<void> {
  // Next builds this file for a runtime without Node as well, in which nothing of ours runs.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ env }, { keepSocketAddresses }, { boundTheStop }, { isReady }] = await Promise.all([
    import('@/lib/server/env'),
    import('@/lib/server/client-address'),
    import('@/lib/server/graceful-stop'),
    import('@/lib/server/readiness'),
  ])
  env()
  keepSocketAddresses()
  boundTheStop()
  void isReady()
}
