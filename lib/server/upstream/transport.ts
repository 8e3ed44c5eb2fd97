import 'server-only'
import http from 'node:http'
import https from 'node:https'
import type { AnswerHeaders, DinteroFailure } from '@/lib/server/upstream/failure'
import type { CallTimes } from '@/lib/server/upstream/settings'

/** An answer before anything is known of it. */
export type TransportAnswer = { status: number; headers: AnswerHeaders; text: string }

export type TransportRequest = CallTimes & {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** Ends the call when the reader has left. */
  signal?: AbortSignal
}

/** No connection, a time-out, a cut-off, an oversized answer, or none that is HTTP and UTF-8. Holds no upstream text. */
export class TransportError extends Error {
  constructor(readonly reason: 'unreachable' | 'timeout' | 'cut-off' | 'too-large' | 'malformed') {
    super(reason)
  }
}

/** What a call that brought no whole answer means. */
export function failureOfTransport({ reason }: TransportError): DinteroFailure {
  switch (reason) {
    case 'unreachable':
    case 'timeout':
      return { kind: 'unavailable' }
    case 'cut-off':
      return { kind: 'cut_off' }
    case 'too-large':
    case 'malformed':
      return { kind: 'invalid' }
  }
}

const maximumBytes = 10 * 1024 * 1024
const maximumHeaderBytes = 16 * 1024
const agentOptions = { keepAlive: true, maxSockets: 64, scheduling: 'lifo' as const }
const httpAgent = new http.Agent(agentOptions)
const httpsAgent = new https.Agent(agentOptions)

/** A `Headers` would cost more than all that is read of it. */
const toHeaders = (raw: http.IncomingHttpHeaders): AnswerHeaders => ({
  get(name) {
    const value = raw[name]
    return Array.isArray(value) ? value.join(', ') : (value ?? null)
  },
})

/** Strict: a byte that is no UTF-8 is not shown as another sign. Leaves a byte order mark out (RFC 8259, section 8.1). */
const utf8 = new TextDecoder('utf-8', { fatal: true })

function toText(chunks: readonly Buffer[]): string {
  try {
    return utf8.decode(Buffer.concat(chunks))
  } catch {
    throw new TransportError('malformed')
  }
}

/** The server closed a kept connection just as the next request was written to it: nobody read that request. */
class ReusedConnectionClosed extends Error {}

/**
 * One HTTP call over a kept connection. `node:http` and not `fetch`: it costs about half the time of a request here.
 * Redirects are not followed, and compressed answers not asked for (RFC 9110, section 12.5.3) nor taken: their size is
 * known only once they are unpacked. Rejects with `TransportError`, or with the signal's reason where the caller gave up.
 */
export async function send(url: URL, request: TransportRequest): Promise<TransportAnswer> {
  const started = performance.now()
  try {
    return await attempt(url, request, keptAgent(url))
  } catch (error) {
    if (!(error instanceof ReusedConnectionClosed)) throw error
    const timeoutMs = request.timeoutMs - (performance.now() - started)
    // Once, over a new connection: the other kept ones may be closed just as well.
    return attempt(url, { ...request, timeoutMs }, false)
  }
}

const keptAgent = (url: URL) => (url.protocol === 'https:' ? httpsAgent : httpAgent)

/** Whether node's parser found no HTTP, or more of a head than it takes. */
const isNoHttp = ({ code = '' }: NodeJS.ErrnoException) => code.startsWith('HPE_')

function attempt(url: URL, given: TransportRequest, agent: http.Agent | false): Promise<TransportAnswer> {
  const { method, headers, body, timeoutMs, firstByteMs, betweenBytesMs, signal } = given
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    let connected = false
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method,
      agent,
      maxHeaderSize: maximumHeaderBytes,
      headers: { 'accept-encoding': 'identity', ...headers, ...length },
    })
    const finish = () => {
      clearTimeout(whole)
      clearTimeout(pause)
      signal?.removeEventListener('abort', onAbort)
    }
    const fail = (error: unknown) => {
      finish()
      request.destroy()
      reject(error)
    }
    const onAbort = () => fail(signal?.reason)
    const onTimeout = () => fail(new TransportError('timeout'))
    const whole = setTimeout(onTimeout, timeoutMs)
    let pause = setTimeout(onTimeout, firstByteMs)
    signal?.addEventListener('abort', onAbort, { once: true })
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isRace = request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
      if (isNoHttp(error)) fail(new TransportError('malformed'))
      else if (connected) fail(new TransportError('cut-off'))
      else fail(isRace ? new ReusedConnectionClosed() : new TransportError('unreachable'))
    })
    // Nothing was asked to switch protocols.
    request.on('upgrade', (_, socket) => {
      socket.destroy()
      fail(new TransportError('malformed'))
    })
    request.on('response', (response) => {
      connected = true
      clearTimeout(pause)
      pause = setTimeout(onTimeout, betweenBytesMs)
      if ((response.headers['content-encoding'] ?? 'identity') !== 'identity')
        return fail(new TransportError('malformed'))
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        pause.refresh()
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
        try {
          resolve({ status: response.statusCode ?? 0, headers: toHeaders(response.headers), text: toText(chunks) })
        } catch (error) {
          reject(error)
        }
      })
    })
    request.end(body)
  })
}
