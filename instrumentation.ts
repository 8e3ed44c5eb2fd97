/** Runs once at start, before the first request. */
export async function register(): Promise<void> {
  // Next builds this file for a runtime without Node as well, in which nothing of ours runs, and puts its name here: read
  // anywhere else, all that `start` imports would be built for it too.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('@/lib/server/start')
  start()
}
