import 'server-only'

/**
 * Waits for what others wait for as well, without ending it: `undefined` where it takes longer than `mostMs`. Throws the
 * signal's reason once the reader has left.
 */
export async function within<T>(shared: Promise<T>, mostMs: number, signal?: AbortSignal): Promise<T | undefined> {
  signal?.throwIfAborted()
  let end = () => {}
  const limit = new Promise<undefined>((resolve, reject) => {
    const onAbort = () => reject(signal?.reason)
    const timer = setTimeout(() => resolve(undefined), mostMs)
    signal?.addEventListener('abort', onAbort, { once: true })
    end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  })
  try {
    return await Promise.race([shared, limit])
  } finally {
    end()
  }
}
