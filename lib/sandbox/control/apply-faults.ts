import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { errorBody } from '../http/api-error'
import type { Fault } from './fault'

/** Applies faults to a request and its response. `respond` creates the response without faults. */
export async function applyFaults(
  faults: Fault[],
  { incoming, outgoing }: HttpBindings,
  revokeToken: () => void,
  respond: () => Promise<Response>,
): Promise<Response> {
  for (const fault of faults) {
    if (fault.kind === 'delay') await wait(fault.ms ?? 1000)
    if (fault.kind === 'token-expired') revokeToken()
    if (fault.kind === 'repeat-page') incoming.url = incoming.url?.replace(/([?&])starting_after=[^&]*&?/, '$1')
    const replacement = replacementFor(fault, outgoing)
    if (replacement) return replacement
  }
  let response = await respond()
  for (const fault of faults) response = await changeResponse(response, fault)
  const bodyFault = faults.find(({ kind }) => kind in bodyFaults)
  return bodyFault ? sendFaultyBody(bodyFault, response, outgoing) : response
}

function replacementFor(fault: Fault, outgoing: ServerResponse): Response | undefined {
  const type = { 'content-type': 'application/json; charset=utf-8' }
  const headers = { ...type, ...fault.headers }
  switch (fault.kind) {
    case 'status':
      return createResponse(errorBody('A fault was asked for'), fault.status ?? 500, headers)
    case 'token-down':
      return createResponse(errorBody('No tokens at present'), fault.status ?? 503, headers)
    case 'html': {
      const page =
        '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'
      return createResponse(page, fault.status ?? 200, { 'content-type': 'text/html', ...fault.headers })
    }
    case 'reset':
      outgoing.socket?.resetAndDestroy()
      return RESPONSE_ALREADY_SENT
    case 'endless':
      outgoing.on('error', () => outgoing.destroy())
      outgoing.writeHead(200, headers)
      void sendEndlessly(outgoing)
      return RESPONSE_ALREADY_SENT
    default:
      return undefined
  }
}

function createResponse(body: string, status: number, headers: { [name: string]: string }): Response {
  const mayHaveBody = status !== 204 && status !== 205 && status !== 304
  return new Response(mayHaveBody ? body : null, { status, headers })
}

async function changeResponse(response: Response, fault: Fault): Promise<Response> {
  const headers = new Headers(response.headers)
  const { status } = response
  switch (fault.kind) {
    case 'content-type':
      headers.set('content-type', fault.value ?? 'text/plain')
      return new Response(response.body, { status, headers })
    case 'bad-total':
      headers.set('total-count', fault.value ?? 'many')
      return new Response(response.body, { status, headers })
    case 'broken-customer': {
      // A response to HEAD has no body to change.
      if (status !== 200 || response.body === null) return response
      const body: unknown = await response.json()
      const patch = fault.patch ?? { type: 'alien', email: 42 }
      const broken = Array.isArray(body)
        ? body.map((customer, at) => (at === Math.floor(body.length / 2) ? { ...customer, ...patch } : customer))
        : { ...Object(body), ...patch }
      return new Response(JSON.stringify(broken), { status, headers })
    }
    case 'short-page': {
      if (status !== 200 || response.body === null) return response
      const body: unknown = await response.json()
      const half = Array.isArray(body) ? body.slice(0, body.length >> 1) : body
      return new Response(JSON.stringify(half), { status, headers })
    }
    default:
      return response
  }
}

/** The faults in the transfer of a body. The headers are already sent; `body` is the complete body. */
const bodyFaults: { [kind: string]: (body: Buffer, outgoing: ServerResponse, fault: Fault) => Promise<void> } = {
  async 'slow-body'(body, outgoing, fault) {
    const pieces = 10
    const size = Math.ceil(body.length / pieces)
    for (let at = 0; at < pieces && !outgoing.destroyed; at++) {
      await wait((fault.ms ?? 5000) / pieces)
      outgoing.write(body.subarray(at * size, (at + 1) * size))
    }
    outgoing.end()
  },
  async 'reset-body'(body, outgoing) {
    await writeAndWait(outgoing, body.subarray(0, body.length >> 1))
    outgoing.socket?.resetAndDestroy()
  },
  async truncated(body, outgoing) {
    await writeAndWait(outgoing, body.subarray(0, body.length >> 1))
    outgoing.socket?.end()
  },
}

async function sendFaultyBody(fault: Fault, response: Response, outgoing: ServerResponse): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer())
  const headers = Object.fromEntries(response.headers)
  outgoing.on('error', () => outgoing.destroy())
  outgoing.writeHead(response.status, { ...headers, 'content-length': body.length })
  outgoing.flushHeaders()
  void bodyFaults[fault.kind]?.(body, outgoing, fault).catch(() => outgoing.destroy())
  return RESPONSE_ALREADY_SENT
}

// The client has to receive the first half before the connection ends.
async function writeAndWait(outgoing: ServerResponse, part: Buffer): Promise<void> {
  await new Promise((resolve) => outgoing.write(part, resolve))
  await wait(100)
}

async function sendEndlessly(outgoing: ServerResponse): Promise<void> {
  const customer = JSON.stringify({ type: 'customer', customer_id: 'endless', first_name: 'x'.repeat(1000) })
  outgoing.write('[')
  while (!outgoing.closed) {
    const hasCapacity = outgoing.write(`${customer},`.repeat(16))
    await wait(hasCapacity ? 1 : 20)
  }
}
