import 'server-only'
import http from 'node:http'
import https from 'node:https'

/** An answer before anything is known of it. */
export type TransportAnswer = { status: number; headers: Headers; text: string }

export type TransportRequest = {
  method: 'GET' | 'HEAD' | 'POST'
  headers: Record<string, string>
  body?: string
  /** For the whole call, from the connection to the last byte. */
  timeoutMs: number
  /** Ends the call when the reader has left. */
  signal?: AbortSignal
}

/** No connection, a time-out, a cut-off or an oversized answer. Holds no upstream text. */
export class TransportError extends Error {
  constructor(readonly reason: 'unreachable' | 'timeout' | 'cut-off' | 'too-large') {
    super(reason)
  }
}

const maximumBytes = 10 * 1024 * 1024
const agentOptions = { keepAlive: true, maxSockets: 64, scheduling: 'lifo' as const }
const httpAgent = new http.Agent(agentOptions)
const httpsAgent = new https.Agent(agentOptions)

function toHeaders(raw: http.IncomingHttpHeaders): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw))
    headers.set(name, Array.isArray(value) ? value.join(', ') : (value ?? ''))
  return headers
}

/** The server closed a kept connection just as the next request was written to it: nobody read that request. */
class ReusedConnectionClosed extends Error {}

/**
 * One HTTP call over a kept connection. `node:http` and not `fetch`: it costs about half the time of a request here.
 * Redirects are not followed. Rejects with `TransportError`, or with the signal's reason where the caller gave up.
 */
export async function send(url: URL, request: TransportRequest): Promise<TransportAnswer> {
  for (;;) {
    try {
      return await attempt(url, request)
    } catch (error) {
      if (!(error instanceof ReusedConnectionClosed)) throw error
    }
  }
}

function attempt(url: URL, { method, headers, body, timeoutMs, signal }: TransportRequest): Promise<TransportAnswer> {
  const secure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    let connected = false
    const request = (secure ? https : http).request(url, {
      method,
      agent: secure ? httpsAgent : httpAgent,
      headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
    })
    const fail = (error: unknown) => {
      finish()
      request.destroy()
      reject(error)
    }
    const onAbort = () => fail(signal?.reason)
    const timer = setTimeout(() => fail(new TransportError('timeout')), timeoutMs)
    const finish = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (!connected && request.reusedSocket && error.code === 'ECONNRESET') fail(new ReusedConnectionClosed())
      else fail(new TransportError(connected ? 'cut-off' : 'unreachable'))
    })
    request.on('response', (response) => {
      connected = true
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > maximumBytes) fail(new TransportError('too-large'))
        else chunks.push(chunk)
      })
      response.on('error', () => fail(new TransportError('cut-off')))
      response.on('close', () => {
        if (!response.complete) fail(new TransportError('cut-off'))
      })
      response.on('end', () => {
        if (!response.complete) return
        finish()
        resolve({
          status: response.statusCode ?? 0,
          headers: toHeaders(response.headers),
          text: Buffer.concat(chunks).toString('utf8'),
        })
      })
    })
    request.end(body)
  })
}
