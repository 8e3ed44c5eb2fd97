import { aroundRoutes } from '@/lib/api/around-routes'

/** A stream that was refused is asked for again after this time. */
const againMs = 30_000

/**
 * Calls back with the key of each customer of an account that changes, until the returned function is called. One tab of the
 * browser has the stream and tells the others: connections to a server are few.
 */
export function watchChangeStream(accountId: string, onChange: (key: string) => void): () => void {
  const name = `customer-desk changes ${accountId}`
  const ending = new AbortController()
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') onChange(data)
  })

  const readStream = () =>
    new Promise<void>((resolve) => {
      let source: EventSource
      let timer: ReturnType<typeof setTimeout>
      const connect = () => {
        source = new EventSource(aroundRoutes.changesStream(accountId))
        source.addEventListener('message', ({ data }) => {
          channel.postMessage(data)
          onChange(String(data))
        })
        source.addEventListener('error', () => {
          // A browser connects again by itself, but not after an answer that is no stream.
          if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, againMs)
        })
      }
      connect()
      ending.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        source.close()
        resolve()
      })
    })
  // Whoever holds the lock has the stream; the next one in line takes it over when that tab is gone.
  navigator.locks?.request(name, { signal: ending.signal }, readStream).catch(() => {})
  return () => {
    ending.abort()
    channel.close()
  }
}
