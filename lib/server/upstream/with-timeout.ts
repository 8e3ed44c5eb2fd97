import 'server-only'

/**
 * Waits for a promise that other callers share, without cancelling it. Gives `undefined` if it takes longer than
 * `timeoutMs`. Throws the signal's reason when this caller cancels.
 */
export async function withTimeout<T>(
  shared: Promise<T>,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<T | undefined> {
  signal?.throwIfAborted()
  let stop = () => {}
  const limit = new Promise<undefined>((resolve, reject) => {
    const onAbort = () => reject(signal?.reason)
    const timer = setTimeout(() => resolve(undefined), timeoutMs)
    signal?.addEventListener('abort', onAbort, { once: true })
    stop = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  })
  try {
    return await Promise.race([shared, limit])
  } finally {
    stop()
  }
}
