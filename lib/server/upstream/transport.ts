import 'server-only'
import http from 'node:http'
import https from 'node:https'
import type { AnswerHeaders, DinteroFailure } from '@/lib/server/upstream/failure'
import type { CallTimes } from '@/lib/server/upstream/settings'

/** An answer before its status or content is judged. */
export type TransportAnswer = { status: number; headers: AnswerHeaders; text: string }

export type TransportRequest = CallTimes & {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** Cancels the call. */
  signal?: AbortSignal
}

/** No connection, a time-out, an incomplete or oversized answer, or one that is not HTTP in UTF-8. Holds no upstream text. */
export class TransportError extends Error {
  constructor(readonly reason: 'unreachable' | 'timeout' | 'cut-off' | 'too-large' | 'malformed') {
    super(reason)
  }
}

/** The failure of a call that got no complete answer. */
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

/** Building a `Headers` object would cost more than the few lookups that are made. */
const toHeaders = (raw: http.IncomingHttpHeaders): AnswerHeaders => ({
  get(name) {
    const value = raw[name]
    return Array.isArray(value) ? value.join(', ') : (value ?? null)
  },
})

/** Rejects bytes that are not UTF-8 instead of replacing them, and drops a byte order mark (RFC 8259, section 8.1). */
const utf8 = new TextDecoder('utf-8', { fatal: true })

function toText(chunks: readonly Buffer[]): string {
  try {
    return utf8.decode(Buffer.concat(chunks))
  } catch {
    throw new TransportError('malformed')
  }
}

/** The server closed a reused connection while the next request was being written to it. It did not read that request. */
class ReusedConnectionClosed extends Error {}

/**
 * One HTTP call over a keep-alive connection. `node:http` is used because it takes about half the time of `fetch` here.
 * Redirects are not followed. Compressed answers are neither requested (RFC 9110, section 12.5.3) nor accepted, because
 * their size is known only after unpacking. Rejects with `TransportError`, or with the signal's reason on cancelling.
 */
export async function send(url: URL, request: TransportRequest): Promise<TransportAnswer> {
  const started = performance.now()
  try {
    return await attempt(url, request, keepAliveAgent(url))
  } catch (error) {
    if (!(error instanceof ReusedConnectionClosed)) throw error
    const timeoutMs = request.timeoutMs - (performance.now() - started)
    // Retried once, over a new connection: the other idle ones may be closed as well.
    return attempt(url, { ...request, timeoutMs }, false)
  }
}

const keepAliveAgent = (url: URL) => (url.protocol === 'https:' ? httpsAgent : httpAgent)

/** Whether node's parser found something that is not HTTP, or a head larger than the limit. */
const isParseError = ({ code = '' }: NodeJS.ErrnoException) => code.startsWith('HPE_')

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
      clearTimeout(wholeTimer)
      clearTimeout(idleTimer)
      signal?.removeEventListener('abort', onAbort)
    }
    const fail = (error: unknown) => {
      finish()
      request.destroy()
      reject(error)
    }
    const onAbort = () => fail(signal?.reason)
    const onTimeout = () => fail(new TransportError('timeout'))
    const wholeTimer = setTimeout(onTimeout, timeoutMs)
    let idleTimer = setTimeout(onTimeout, firstByteMs)
    signal?.addEventListener('abort', onAbort, { once: true })
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isRace = request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
      if (isParseError(error)) fail(new TransportError('malformed'))
      else if (connected) fail(new TransportError('cut-off'))
      else fail(isRace ? new ReusedConnectionClosed() : new TransportError('unreachable'))
    })
    // No request asks to switch protocols.
    request.on('upgrade', (_, socket) => {
      socket.destroy()
      fail(new TransportError('malformed'))
    })
    request.on('response', (response) => {
      connected = true
      clearTimeout(idleTimer)
      idleTimer = setTimeout(onTimeout, betweenBytesMs)
      if ((response.headers['content-encoding'] ?? 'identity') !== 'identity')
        return fail(new TransportError('malformed'))
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        idleTimer.refresh()
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
