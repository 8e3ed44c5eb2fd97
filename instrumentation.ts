/** Runs once at start, before the first request. */
export async function register(): Promise<void> {
  // Next also builds this file for its edge runtime, which we do not use. It replaces NEXT_RUNTIME in this file only, so
  // that the import below is left out of that build.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('@/lib/server/start')
  start()
  const { runExports } = await import('@/lib/server/customers/export/run-exports')
  runExports()
}
