/** Runs once at start, before the first request: a server with a wrong configuration ends here. */
export async function register(): Promise<void> {
  // Next builds this file for a runtime without Node as well, in which nothing of ours runs.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ env }, { keepSocketAddresses }] = await Promise.all([
    import('@/lib/server/env'),
    import('@/lib/server/client-address'),
  ])
  env()
  keepSocketAddresses()
}
